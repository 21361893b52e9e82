namespace NetGen.Compiler.Graph;

/// <summary>What of a program is to be differentiated: lowering says it, and the pass that differentiates carries it out.</summary>
internal interface IDifferentiation
{
    /// <summary>Appends the gradients to the program, and states which of them are wanted.</summary>
    void Append(Program program);
}
