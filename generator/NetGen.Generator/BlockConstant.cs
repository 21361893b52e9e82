namespace NetGen.Generator;

/// <summary>One constant; <paramref name="IsEmitted"/> is false where the class has a member of the name.</summary>
internal sealed record BlockConstant(string Name, string Parameter, string Field, string Type, string Value, bool IsEmitted);
