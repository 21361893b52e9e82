using System.Text.RegularExpressions;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The short names of emitted files: Workspace, Unsafe, Kernels. Where the user's namespace or class has one of them for
/// something else, the files say NetGenWorkspace in its place.
/// </summary>
internal static class ShortNames
{
    private static readonly string[] OfKernels = ["Kernels", "Passes", "ShortRows", .. VectorWidth.All.Select(width => width.Class)];

    /// <summary>The library's types that calls of it name.</summary>
    private static readonly string[] OfLibrary =
        ["ISimd", "IEpilogue", "Products", "WeightGradients", "BatchSums", "CascadeSum", "SoftmaxCrossEntropy", "NegatedLabels",
        "MultiLabelMargins",
        "Pools", "PoolGradients", "PoolAxis", "PoolDivisor", "Interpolations", "Gathers", "Copies", "ColumnSums", "ColumnMoments",
        "StoredSource", "IRowSource", "MatrixSource", "Then", "Unchanged", "AddBias", "AddBiasRelu", "AddChannelBias", "AddMatrix",
        "AddMatrixRelu", "AddSource", "AddSquaredDistance", "AlsoStore",
        "BatchInverseDeviation", "BatchMean", "BatchNorms", "Clamp", "ClampGradient", "ClampGradientOf", "DivideBy", "DropoutOfRows",
        "DropoutOfSample", "LeakyRelu", "LeakyReluGradient", "LeakyReluGradientOf", "Mapped", "MultiplyBy", "MultiplyMatrix",
        "Negate", "Normalize", "NormalizeGradient", "ReluGradientOf", "RowMaps", "Scale", "ScaleAndShift", "ScaleAndShiftRelu",
        "SquaredDeviation", "Subtract",
        "SumAndMean", "TimesNormalized", "Relu", "Prefetch", "ReluGradient", "Workspace", "WinogradConvolutions", "WinogradGradients",
        "WinogradWeights", "Window2x2", "Window3x3", "Window4x4", "Window5x5", "Convolutions", "BatchLaneConvolutions",
        "ConvolutionWeightGradients", "TransposedConvolutions", "SparseWeightGradients", "SparseInputGradients",
        "Attentions", "AttentionGradients",
        "Kernel", "KernelSequence", "VectorWidth", "GroupDescription", "Pass"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfKernels, .. KernelUsings.Names, .. OfLibrary];

    /// <summary>Those that are written as attributes.</summary>
    public static IReadOnlyList<string> OfAttributes { get; } = ["MethodImpl"];

    /// <summary>
    /// The file of methods, where types of the library have their whole names then. A name after a dot is somebody else's member, and
    /// one after "partial class" is the user's type.
    /// </summary>
    public static string ApartInKernels(string text, ClassSpec spec)
    {
        string[] taken = [.. spec.TakenShortNames.Where(OfLibrary.Contains)];
        string whole = taken.Length == 0
            ? text
            : Regex.Replace(
                text, $@"(?<![\w.@])({string.Join("|", taken)})(?=[<.?\[]| workspace\b| \w+ = )", "global::NetGen.Runtime.$1");
        return Replaced(
            whole, spec.TakenShortNames.Where(name => !OfLibrary.Contains(name)), @"(?<![\w.@]|\bpartial [a-z ]+ )(NAMES)(?!\w)");
    }

    /// <summary>The file of what a caller sees, in which the classes of kernels are declared and called.</summary>
    public static string ApartInClass(string text, ClassSpec spec) =>
        Replaced(text, spec.TakenShortNames.Where(name => OfKernels.Contains(name)), @"(?<![\w.@])(NAMES)(?=[.\n])");

    private static string Replaced(string text, IEnumerable<string> taken, string pattern)
    {
        string names = string.Join("|", taken);
        return names.Length == 0 ? text : Regex.Replace(text, pattern.Replace("NAMES", names), "NetGen$1");
    }
}
