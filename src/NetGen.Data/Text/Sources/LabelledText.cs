namespace NetGen.Data;

/// <summary>A text with the name of its class.</summary>
/// <param name="Text">The text, not white space alone.</param>
/// <param name="Label">The name of its class, not empty.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record LabelledText(string Text, string Label, TextPlace Place);
