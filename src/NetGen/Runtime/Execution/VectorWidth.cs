using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>Which of the emitted widths this process runs.</summary>
public static class VectorWidth
{
    /// <summary>The application-context value that states a width in floats: 16, 8, 4 or 1. For comparing widths on one machine.</summary>
    public const string ContextKey = "NetGen.VectorWidth";

    /// <summary>
    /// Floats in a vector: 16, 8, 4, or 1 without vector instructions. The widest that the machine has, unless the application
    /// context states another. Read when a network first runs.
    /// </summary>
    /// <exception cref="InvalidOperationException">The application context states another number than 16, 8, 4 or 1.</exception>
    public static int Preferred => ((object?)StatedForThread ?? AppContext.GetData(ContextKey)) switch
    {
        null => Widest,
        int stated when stated is 16 or 8 or 4 or 1 => stated,
        string text when text is "16" or "8" or "4" or "1" => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"{ContextKey} is {other}; expected 16, 8, 4 or 1."),
    };

    /// <summary>
    /// Takes precedence over the application context, for the calling thread alone: tests that load networks at different widths run side
    /// by side.
    /// </summary>
    [field: ThreadStatic]
    internal static int? StatedForThread { get; set; }

    private static int Widest =>
        Vector512.IsHardwareAccelerated ? 16
        : Vector256.IsHardwareAccelerated ? 8
        : Vector128.IsHardwareAccelerated ? 4
        : 1;

    /// <summary>The kernel of the preferred width.</summary>
    /// <param name="vector512">For 16 floats.</param>
    /// <param name="vector256">For 8 floats.</param>
    /// <param name="vector128">For 4 floats.</param>
    /// <param name="scalar">For single floats.</param>
    public static Kernel Choose(Kernel vector512, Kernel vector256, Kernel vector128, Kernel scalar) =>
        OfPreferred(vector512, vector256, vector128, scalar);

    /// <summary>The pass of a network of the preferred width.</summary>
    /// <param name="vector512">For 16 floats.</param>
    /// <param name="vector256">For 8 floats.</param>
    /// <param name="vector128">For 4 floats.</param>
    /// <param name="scalar">For single floats.</param>
    public static Action<Workspace> Choose(
        Action<Workspace> vector512, Action<Workspace> vector256, Action<Workspace> vector128, Action<Workspace> scalar) =>
        OfPreferred(vector512, vector256, vector128, scalar);

    /// <summary>The descriptions of kernels of the preferred width.</summary>
    /// <param name="vector512">For 16 floats.</param>
    /// <param name="vector256">For 8 floats.</param>
    /// <param name="vector128">For 4 floats.</param>
    /// <param name="scalar">For single floats.</param>
    public static Func<GroupDescription[]> Choose(
        Func<GroupDescription[]> vector512, Func<GroupDescription[]> vector256, Func<GroupDescription[]> vector128,
        Func<GroupDescription[]> scalar) =>
        OfPreferred(vector512, vector256, vector128, scalar);

    private static T OfPreferred<T>(T vector512, T vector256, T vector128, T scalar) => Preferred switch
    {
        16 => vector512,
        8 => vector256,
        4 => vector128,
        _ => scalar,
    };
}
