namespace NetGen.Compiler.Layers;

/// <summary>What a weight may start as. The numbers are those of NetGen.Init.</summary>
internal enum WeightInitKind
{
    Default = 0,
    KaimingNormal = 1,
    KaimingUniform = 2,
    XavierNormal = 3,
    XavierUniform = 4,
    Orthogonal = 5,
    Zeros = 6,
    Dirac = 7,
}
