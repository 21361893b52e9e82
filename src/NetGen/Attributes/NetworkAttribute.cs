namespace NetGen;

/// <summary>Marks a class as a neural network: its other attributes are the layers, read top to bottom and left to right, and its other part is generated.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute;
