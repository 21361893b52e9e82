namespace NetGen.Compiler.Graph;

/// <summary>A request to differentiate a part of a program, made by lowering and carried out by the pass "Differentiate".</summary>
internal interface IDifferentiation
{
    /// <summary>Appends the gradients to the program, and states which of them are wanted.</summary>
    void Append(Program program);
}
