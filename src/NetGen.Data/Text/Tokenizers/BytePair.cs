namespace NetGen.Data;

/// <summary>Two tokens, one behind the other, that merge to one.</summary>
internal readonly record struct BytePair(int Left, int Right);
