namespace NetGen.Compiler.Language;

/// <summary>A constant expression has no value; the message completes "the expression …".</summary>
internal sealed class ConstantException(string message) : Exception(message);
