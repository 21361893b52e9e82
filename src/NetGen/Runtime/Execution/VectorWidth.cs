using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Which of the emitted widths this process runs.</summary>
public static class VectorWidth
{
    /// <summary>
    /// The application-context value that states a width in floats: 16, 8, 4 or 1. For comparing widths on one machine, with the JIT.
    /// </summary>
    public const string ContextKey = "NetGen.VectorWidth";

    private static readonly int[] Widths = [16, 8, 4, 1];

    /// <summary>
    /// Floats in a vector: 16, 8, 4, or 1 without vector instructions. The widest that the machine has, unless the application
    /// context states another. Read when a network first runs.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The application context states another number than 16, 8, 4 or 1, or one that <see cref="IsCompiled"/> rules out.
    /// </exception>
    public static int Preferred =>
        ((object?)StatedForThread ?? AppContext.GetData(ContextKey)) is { } stated ? Stated(stated) : Widest();

    /// <summary>The numbers of floats in a vector, most first.</summary>
    internal static IReadOnlyList<int> All => Widths;

    /// <summary>
    /// Takes precedence over the application context, for the calling thread alone: tests that load networks at different widths run side
    /// by side.
    /// </summary>
    [field: ThreadStatic]
    internal static int? StatedForThread { get; set; }

    /// <summary>Whether the machine has instructions for vectors of so many floats.</summary>
    /// <remarks>
    /// .NET does not count vectors of 512 bits as accelerated where they lower the clock, as on many of Intel's servers. Kernels that do
    /// little but multiply and add, with 32 registers, gain several times what the clock loses.
    /// <para>
    /// The processor is asked, and not the types that <see cref="Visit"/> goes through: to load those of wider vectors than the machine has
    /// takes milliseconds, and nothing else needs them.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsOfMachine(int lanes) => lanes switch
    {
        16 => Vector512.IsHardwareAccelerated || Avx512F.IsSupported,
        8 => Vector256.IsHardwareAccelerated,
        4 => Vector128.IsHardwareAccelerated,
        _ => lanes == 1,
    };

    /// <summary>
    /// Whether this program may run kernels of so many floats. Native code runs the widest that its machine has, and so what is narrower is
    /// left out of it where all machines that it is for have wider vectors.
    /// </summary>
    /// <param name="lanes">16, 8, 4 or 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCompiled(int lanes) => RuntimeFeature.IsDynamicCodeCompiled || lanes switch
    {
        16 => true,
        8 => !IsOfMachine(16),
        4 => !IsOfMachine(16) && !IsOfMachine(8),
        _ => !IsOfMachine(16) && !IsOfMachine(8) && !IsOfMachine(4),
    };

    /// <summary>The kernel of the preferred width.</summary>
    /// <param name="kernels">One for each width, the widest first.</param>
    /// <exception cref="ArgumentException">There are more kernels than widths, or fewer.</exception>
    public static Kernel Choose(params ReadOnlySpan<Kernel> kernels) => OfPreferred(kernels);

    /// <summary>The pass of a network of the preferred width.</summary>
    /// <param name="passes">
    /// What gives it, one for each width, the widest first: only that of the preferred width is called. Null where
    /// <see cref="IsCompiled"/> says so.
    /// </param>
    /// <exception cref="ArgumentException">There are passes of more widths than there are, or of fewer.</exception>
    public static Action<Workspace> Choose(params ReadOnlySpan<Func<Action<Workspace>?>> passes) => OfPreferred(passes)()!;

    /// <summary>The descriptions of kernels of the preferred width.</summary>
    /// <param name="descriptions">What gives them, as a pass.</param>
    /// <exception cref="ArgumentException">There are descriptions of more widths than there are, or of fewer.</exception>
    public static Func<GroupDescription[]> Choose(params ReadOnlySpan<Func<Func<GroupDescription[]>?>> descriptions) =>
        OfPreferred(descriptions)()!;

    /// <summary>Visits all widths, the widest first, until the visitor has found its own.</summary>
    /// <remarks>
    /// Optimised from the first call on: with visitors that are inlined and call a method that is not, a width that is not taken is a
    /// comparison, and nothing of it is compiled. Not inlined: a kernel that may never call it would load the types of all widths.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Visit<T>(scoped ref T visitor)
        where T : struct, IWidthVisitor, allows ref struct =>
        _ = visitor.Visit<Simd512, Vector512<float>>()
        || visitor.Visit<Simd256, Vector256<float>>()
        || visitor.Visit<Simd128, Vector128<float>>()
        || visitor.Visit<SimdScalar, float>();

    private static int Widest()
    {
        int place = 0;
        while (!IsOfMachine(Widths[place]))
            place++;
        return Widths[place];
    }

    private static int Compiled(int lanes) => IsCompiled(lanes)
        ? lanes
        : throw new InvalidOperationException(
            $"{ContextKey} is {lanes}; native code runs the widest vectors of its machine alone, which have {Widest()} floats here.");

    private static int Stated(object stated) => stated switch
    {
        int lanes when All.Contains(lanes) => Compiled(lanes),
        string text when All.FirstOrDefault(width => width.ToString(CultureInfo.InvariantCulture) == text) is > 0 and int lanes =>
            Compiled(lanes),
        _ => throw new InvalidOperationException(
            $"{ContextKey} is {stated}; expected {string.Join(", ", All.SkipLast(1))} or {All[^1]}."),
    };

    private static T OfPreferred<T>(ReadOnlySpan<T> ofWidths) => ofWidths.Length == All.Count
        ? ofWidths[Array.IndexOf(Widths, Preferred)]
        : throw new ArgumentException($"{ofWidths.Length} methods came for {All.Count} vector widths; expected one for each.");
}
