using NetGen.Runtime;

namespace NetGen;

/// <summary>The gradients of a network, cut into parts that threads share. The parts do not depend on the number of threads.</summary>
internal static class GradientParts
{
    // 16 KB of each array: a part stays in L1.
    private const int Floats = 4096;

    // Fewer parts are finished before other threads have started.
    private const int FewestShared = 4;

    /// <summary>The number of parts.</summary>
    public static int CountOf(ParameterMemory memory) => (memory.TrainedLength + Floats - 1) / Floats;

    /// <summary>The floats of a part: the first, and the one after the last.</summary>
    public static (int Begin, int End) Of(ParameterMemory memory, int part) =>
        (part * Floats, Math.Min((part + 1) * Floats, memory.TrainedLength));

    /// <summary>The floats of neighbouring parts.</summary>
    public static (int Begin, int End) Of(ParameterMemory memory, int begin, int end) =>
        (begin * Floats, Math.Min(end * Floats, memory.TrainedLength));

    /// <summary>Runs an action over all parts.</summary>
    public static void Run(ParameterMemory memory, Workers workers, RangeAction action)
    {
        int count = CountOf(memory);
        (count < FewestShared ? Workers.Single : workers).Run(action, count);
    }
}
