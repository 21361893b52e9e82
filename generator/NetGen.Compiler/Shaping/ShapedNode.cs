using System.Runtime.CompilerServices;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>A part of the expanded network with the shapes that go in and come out. A sequence is a list of nodes.</summary>
internal abstract record ShapedNode(Shape Input, Shape Output)
{
    /// <summary>Two nodes of the same content are two: each gives a result of its own.</summary>
    public virtual bool Equals(ShapedNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
