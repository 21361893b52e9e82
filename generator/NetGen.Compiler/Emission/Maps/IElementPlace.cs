using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Where in its loops an <see cref="ElementEmitter"/> stands.</summary>
internal interface IElementPlace
{
    /// <summary>Whether the group computes the tensor here, although it is also in memory.</summary>
    bool Computes(Tensor tensor);

    /// <summary>The tensor's element here, counted from its reference.</summary>
    IndexExpression Index(Tensor tensor);

    /// <summary>Whether the tensor has one value for the whole vector.</summary>
    bool IsScalar(Tensor tensor);

    /// <summary>A mask of the lanes that count, or null where all do.</summary>
    string? TailMask { get; }

    /// <summary>The element's place within its sample, padding counted.</summary>
    IndexExpression ElementIndex { get; }

    /// <summary>The sample.</summary>
    string Sample { get; }

    /// <summary>1 in the lanes that stand for the class that the row's label names, 0 in the others.</summary>
    string IsLabel();

    /// <summary>The numbers that a list, which begins at the reference, has for the columns here.</summary>
    string ByColumn(Dialect dialect, string reference);
}
