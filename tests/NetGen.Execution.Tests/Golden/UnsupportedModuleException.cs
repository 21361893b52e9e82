namespace NetGen.Execution.Tests.Golden;

/// <summary>A module, or one of its arguments, for which the language has no words yet.</summary>
internal sealed class UnsupportedModuleException(string what) : Exception(what);
