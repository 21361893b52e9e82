namespace NetGen.Compiler.Specification;

/// <summary>What has a class index. The numbers are those of NetGen.Per.</summary>
internal enum LabelSpacing
{
    Sample = 0,
    Step = 1,
    Pixel = 2,
}
