using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Which of the emitted widths this process runs.</summary>
public static class VectorWidth
{
    /// <summary>The application-context value that states a width in floats: 16, 8, 4 or 1. For comparing widths on one machine.</summary>
    public const string ContextKey = "NetGen.VectorWidth";

    private static readonly WidthList Widths = WidthList.Read();

    /// <summary>
    /// Floats in a vector: 16, 8, 4, or 1 without vector instructions. The widest that the machine has, unless the application
    /// context states another. Read when a network first runs.
    /// </summary>
    /// <exception cref="InvalidOperationException">The application context states another number than 16, 8, 4 or 1.</exception>
    public static int Preferred => ((object?)StatedForThread ?? AppContext.GetData(ContextKey)) switch
    {
        null => Widths.OfMachine[0],
        int stated when All.Contains(stated) => stated,
        string text when All.FirstOrDefault(width => width.ToString(CultureInfo.InvariantCulture) == text) is > 0 and int stated => stated,
        var other => throw new InvalidOperationException(
            $"{ContextKey} is {other}; expected {string.Join(", ", All.SkipLast(1))} or {All[^1]}."),
    };

    /// <summary>The numbers of floats in a vector, most first.</summary>
    internal static IReadOnlyList<int> All => Widths.Lanes;

    /// <summary>
    /// Takes precedence over the application context, for the calling thread alone: tests that load networks at different widths run side
    /// by side.
    /// </summary>
    [field: ThreadStatic]
    internal static int? StatedForThread { get; set; }

    /// <summary>Whether the machine has instructions for vectors of so many floats.</summary>
    internal static bool IsOfMachine(int lanes) => Widths.OfMachine.Contains(lanes);

    /// <summary>The kernel of the preferred width.</summary>
    /// <param name="kernels">One for each width, the widest first.</param>
    /// <exception cref="ArgumentException">There are more kernels than widths, or fewer.</exception>
    public static Kernel Choose(params ReadOnlySpan<Kernel> kernels) => OfPreferred(kernels);

    /// <summary>The pass of a network of the preferred width.</summary>
    /// <param name="passes">One for each width, the widest first.</param>
    /// <exception cref="ArgumentException">There are more passes than widths, or fewer.</exception>
    public static Action<Workspace> Choose(params ReadOnlySpan<Action<Workspace>> passes) => OfPreferred(passes);

    /// <summary>The descriptions of kernels of the preferred width.</summary>
    /// <param name="descriptions">Those of each width, the widest first.</param>
    /// <exception cref="ArgumentException">There are descriptions of more widths than there are, or of fewer.</exception>
    public static Func<GroupDescription[]> Choose(params ReadOnlySpan<Func<GroupDescription[]>> descriptions) => OfPreferred(descriptions);

    /// <summary>Visits all widths, the widest first, until the visitor has found its own: the library's only list of them.</summary>
    /// <remarks>
    /// Optimised from the first call on: with visitors that are inlined and call a method that is not, a width that is not taken is a
    /// comparison, and nothing of it is compiled.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Visit<T>(scoped ref T visitor)
        where T : struct, IWidthVisitor, allows ref struct =>
        _ = visitor.Visit<Simd512, Vector512<float>>()
        || visitor.Visit<Simd256, Vector256<float>>()
        || visitor.Visit<Simd128, Vector128<float>>()
        || visitor.Visit<SimdScalar, float>();

    private static T OfPreferred<T>(ReadOnlySpan<T> ofWidths) => ofWidths.Length == All.Count
        ? ofWidths[Widths.Lanes.IndexOf(Preferred)]
        : throw new ArgumentException($"{ofWidths.Length} methods came for {All.Count} vector widths; expected one for each.");

    /// <summary>The numbers of floats in a vector, most first.</summary>
    private readonly struct WidthList() : IWidthVisitor
    {
        /// <summary>Those of all widths.</summary>
        public List<int> Lanes { get; } = [];

        /// <summary>Those of the widths that the machine has instructions for.</summary>
        public List<int> OfMachine { get; } = [];

        public static WidthList Read()
        {
            var list = new WidthList();
            VectorWidth.Visit(ref list);
            return list;
        }

        public bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            Lanes.Add(S.Lanes);
            if (S.IsHardwareAccelerated)
                OfMachine.Add(S.Lanes);
            return false;
        }
    }
}
