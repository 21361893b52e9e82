namespace NetGen;

/// <summary>What comes in is what a data set holds, or what another network gives.</summary>
/// <typeparam name="T">A type with [DataSet] and [Sample(…)], or a class with [Network].</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InputAttribute<T> : Attribute;
