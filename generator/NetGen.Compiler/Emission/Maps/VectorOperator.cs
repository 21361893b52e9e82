namespace NetGen.Compiler.Emission;

/// <summary>The operations of the library's vectors that a scalar expression is printed with, besides its functions.</summary>
internal enum VectorOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    MultiplyAdd,
    Max,
    Min,
    ClampMin,
    ClampMax,
    SelectGreater,
}
