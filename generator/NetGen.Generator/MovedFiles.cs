namespace NetGen.Generator;

/// <summary>A class whose files begin with another stem than its own.</summary>
internal sealed record MovedFiles(FileOwner Owner, string Stem);
