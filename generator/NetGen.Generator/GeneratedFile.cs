namespace NetGen.Generator;

/// <summary>A file by the end of its name, behind what all files of its class begin with: ".Kernels.g.cs".</summary>
internal sealed record GeneratedFile(string Ending, string Text);
