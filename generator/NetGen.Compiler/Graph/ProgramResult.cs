namespace NetGen.Compiler.Graph;

/// <summary>
/// A result of the program. <paramref name="Index"/> is the parameter's, statistic's, named output's, state's or sequence's,
/// else -1.
/// </summary>
internal sealed record ProgramResult(ResultRole Role, Tensor Value, int Index = -1);
