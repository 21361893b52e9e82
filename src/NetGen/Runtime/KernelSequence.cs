namespace NetGen.Runtime;

/// <summary>Kernels that run in turn for some samples, then for the next, so that what one stores is still in the cache when the next one reads it.</summary>
public sealed class KernelSequence
{
    private readonly int samplesAtOnce;
    private readonly Kernel[] kernels;

    /// <summary>Joins kernels whose work items are samples.</summary>
    /// <param name="samplesAtOnce">For how many samples they run in turn, at least 1.</param>
    /// <param name="kernels">The kernels, in their order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="samplesAtOnce"/> is below 1.</exception>
    public KernelSequence(int samplesAtOnce, params Kernel[] kernels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samplesAtOnce, 1);
        ArgumentNullException.ThrowIfNull(kernels);
        (this.samplesAtOnce, this.kernels) = (samplesAtOnce, kernels);
        Whole = Run;
    }

    /// <summary>All of them as one kernel.</summary>
    internal Kernel Whole { get; }

    /// <summary>The last of them.</summary>
    internal Kernel Last => kernels[^1];

    private void Run(Workspace workspace, int begin, int end)
    {
        // The calling thread has the first samples; a profile follows that one.
        Profile? profile = begin == 0 ? workspace.Profile : null;
        for (int first = begin; first < end;)
        {
            int next = end - first <= samplesAtOnce ? end : first + samplesAtOnce;
            foreach (Kernel kernel in kernels)
            {
                if (profile is null)
                    kernel(workspace, first, next);
                else
                    profile.RunPart(kernel, workspace, first, next);
            }

            first = next;
        }
    }
}
