namespace NetGen.Compiler.Specification;

internal enum DataSetLabels
{
    None,

    /// <summary>Class indices.</summary>
    Classes,

    /// <summary>Probabilities of the classes.</summary>
    OneHot,

    /// <summary>Numbers of stated sizes.</summary>
    Target,
}
