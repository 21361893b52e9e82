using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Benchmarks.Measurement;

/// <summary>How many multiply-adds the machine does a second when nothing holds it up.</summary>
internal static class MachinePeak
{
    private const int Accumulators = 12;
    private const int Rounds = 1 << 20;
    private const int Attempts = 16;

    /// <summary>.NET does not count vectors of 512 bits as accelerated where they lower the clock; networks take them.</summary>
    private static bool Has512 => Vector512.IsHardwareAccelerated || Avx512F.IsSupported;

    /// <summary>
    /// Multiply-adds of single floats a second on so many threads at once, with the
    /// widest vectors: the best of several attempts.
    /// </summary>
    public static double MultiplyAddsPerSecond(int threads)
    {
        double best = 0;
        for (int attempt = 0; attempt < Attempts; attempt++)
            best = Math.Max(best, Attempt(threads));
        return best;
    }

    private static double Attempt(int threads)
    {
        using var start = new Barrier(threads);
        var seconds = new double[threads];
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(thread => new Thread(() => seconds[thread] = Time(start)))];
        foreach (Thread other in others)
            other.Start();
        seconds[0] = Time(start);
        foreach (Thread other in others)
            other.Join();
        return seconds.Sum(time => (double)Rounds * Accumulators * Lanes / time);
    }

    private static int Lanes =>
        Has512 ? Vector512<float>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<float>.Count
        : Vector128<float>.Count;

    private static double Time(Barrier start)
    {
        start.SignalAndWait();
        long begun = Stopwatch.GetTimestamp();
        float sum = Has512 ? Run512(Rounds) : Vector256.IsHardwareAccelerated ? Run256(Rounds) : Run128(Rounds);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        GC.KeepAlive(sum);
        return seconds;
    }

    // Where the machine has no fused multiply-add, this multiplies and adds. Twelve sums that do not wait for each other hide the
    // latency of an instruction: four cycles on two ports need eight.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run512(int rounds)
    {
        Vector512<float> factor = Vector512.Create(0.999f), term = Vector512.Create(0.001f);
        Vector512<float> a = term, b = term, c = term, d = term, e = term, f = term,
            g = term, h = term, i = term, j = term, k = term, l = term;
        for (int round = 0; round < rounds; round++)
        {
            a = Vector512.MultiplyAddEstimate(a, factor, term);
            b = Vector512.MultiplyAddEstimate(b, factor, term);
            c = Vector512.MultiplyAddEstimate(c, factor, term);
            d = Vector512.MultiplyAddEstimate(d, factor, term);
            e = Vector512.MultiplyAddEstimate(e, factor, term);
            f = Vector512.MultiplyAddEstimate(f, factor, term);
            g = Vector512.MultiplyAddEstimate(g, factor, term);
            h = Vector512.MultiplyAddEstimate(h, factor, term);
            i = Vector512.MultiplyAddEstimate(i, factor, term);
            j = Vector512.MultiplyAddEstimate(j, factor, term);
            k = Vector512.MultiplyAddEstimate(k, factor, term);
            l = Vector512.MultiplyAddEstimate(l, factor, term);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run256(int rounds)
    {
        Vector256<float> factor = Vector256.Create(0.999f), term = Vector256.Create(0.001f);
        Vector256<float> a = term, b = term, c = term, d = term, e = term, f = term,
            g = term, h = term, i = term, j = term, k = term, l = term;
        for (int round = 0; round < rounds; round++)
        {
            a = Vector256.MultiplyAddEstimate(a, factor, term);
            b = Vector256.MultiplyAddEstimate(b, factor, term);
            c = Vector256.MultiplyAddEstimate(c, factor, term);
            d = Vector256.MultiplyAddEstimate(d, factor, term);
            e = Vector256.MultiplyAddEstimate(e, factor, term);
            f = Vector256.MultiplyAddEstimate(f, factor, term);
            g = Vector256.MultiplyAddEstimate(g, factor, term);
            h = Vector256.MultiplyAddEstimate(h, factor, term);
            i = Vector256.MultiplyAddEstimate(i, factor, term);
            j = Vector256.MultiplyAddEstimate(j, factor, term);
            k = Vector256.MultiplyAddEstimate(k, factor, term);
            l = Vector256.MultiplyAddEstimate(l, factor, term);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run128(int rounds)
    {
        Vector128<float> factor = Vector128.Create(0.999f), term = Vector128.Create(0.001f);
        Vector128<float> a = term, b = term, c = term, d = term, e = term, f = term,
            g = term, h = term, i = term, j = term, k = term, l = term;
        for (int round = 0; round < rounds; round++)
        {
            a = Vector128.MultiplyAddEstimate(a, factor, term);
            b = Vector128.MultiplyAddEstimate(b, factor, term);
            c = Vector128.MultiplyAddEstimate(c, factor, term);
            d = Vector128.MultiplyAddEstimate(d, factor, term);
            e = Vector128.MultiplyAddEstimate(e, factor, term);
            f = Vector128.MultiplyAddEstimate(f, factor, term);
            g = Vector128.MultiplyAddEstimate(g, factor, term);
            h = Vector128.MultiplyAddEstimate(h, factor, term);
            i = Vector128.MultiplyAddEstimate(i, factor, term);
            j = Vector128.MultiplyAddEstimate(j, factor, term);
            k = Vector128.MultiplyAddEstimate(k, factor, term);
            l = Vector128.MultiplyAddEstimate(l, factor, term);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
