namespace NetGen.Compiler.Language;

/// <summary>The types that a block's parameters and a layer's arguments have. An enum counts as its integer.</summary>
internal enum ConstantType
{
    Int,
    Long,
    Double,
    Bool,
    String,
}
