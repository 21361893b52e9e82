namespace NetGen;

/// <summary>Marks a type as a data set, so that networks take its shapes by [Input&lt;T&gt;] and are checked against it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class DataSetAttribute : Attribute;
