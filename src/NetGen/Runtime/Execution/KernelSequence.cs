namespace NetGen.Runtime;

/// <summary>
/// Kernels that run one after the other over blocks of their work, so that what one stores or loads is in the cache when the next reads it.
/// </summary>
public sealed class KernelSequence
{
    /// <summary>The number of work items, or of those of a sample.</summary>
    private readonly int items;
    private readonly bool isBySample;
    private readonly int itemsAtOnce;
    private readonly Part[] parts;

    /// <summary>Kernels whose work items are samples, in blocks.</summary>
    /// <param name="samplesAtOnce">The block size in samples, at least 1.</param>
    /// <param name="kernels">The kernels, in their order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="samplesAtOnce"/> is below 1.</exception>
    public KernelSequence(int samplesAtOnce, params Kernel[] kernels)
        : this(1, isBySample: true, samplesAtOnce, ByItem(kernels)) =>
        ArgumentOutOfRangeException.ThrowIfLessThan(samplesAtOnce, 1);

    private KernelSequence(int items, bool isBySample, int itemsAtOnce, Part[] parts)
    {
        (this.items, this.isBySample, this.itemsAtOnce, this.parts) = (items, isBySample, itemsAtOnce, parts);
        Whole = Run;
    }

    /// <summary>All of them as one kernel.</summary>
    internal Kernel Whole { get; }

    /// <summary>The last of them.</summary>
    internal Kernel Last => parts[^1].Kernel;

    /// <summary>The fused dX/dW pass of a linear layer with the weight [rows, columns].</summary>
    /// <param name="rows">Rows of the weight: the features of the input.</param>
    /// <param name="rowsOfItem">The rows that a work item of <paramref name="inputGradient"/> reads.</param>
    /// <param name="itemsAtOnce">The block size in those items, at least 1.</param>
    /// <param name="inputGradient">The gradient of the layer's input; it reads the weight.</param>
    /// <param name="weightGradient">
    /// The gradient of the weight, whose items are single rows; the optimizer's update may be fused into it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static KernelSequence OverWeight(int rows, int rowsOfItem, int itemsAtOnce, Kernel inputGradient, Kernel weightGradient)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsOfItem, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(itemsAtOnce, 1);
        ArgumentNullException.ThrowIfNull(inputGradient);
        ArgumentNullException.ThrowIfNull(weightGradient);
        int items = (rows - 1) / rowsOfItem + 1;
        return new KernelSequence(
            items, isBySample: false, itemsAtOnce, [new Part(inputGradient, 1, items), new Part(weightGradient, rowsOfItem, rows)]);
    }

    /// <summary>Kernels of a prediction whose work items are the rows of samples, and that read and write no row of another item.</summary>
    /// <param name="rowsOfSample">Rows of a sample, at least 1.</param>
    /// <param name="kernels">The kernels, in their order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowsOfSample"/> is below 1.</exception>
    public static KernelSequence OverRows(int rowsOfSample, params Kernel[] kernels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsOfSample, 1);
        return new(rowsOfSample, isBySample: true, int.MaxValue, ByItem(kernels));
    }

    /// <summary>The number of work items that threads share.</summary>
    internal int ItemsOf(Workspace workspace) => isBySample ? workspace.Samples * items : items;

    private static Part[] ByItem(Kernel[] kernels)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        return [.. kernels.Select(kernel => new Part(kernel, 1, int.MaxValue))];
    }

    private void Run(Workspace workspace, int begin, int end)
    {
        // The calling thread has the first items; a profile follows that one.
        Profile? profile = begin == 0 ? workspace.Profile : null;
        for (int first = begin; first < end;)
        {
            int next = end - first <= itemsAtOnce ? end : first + itemsAtOnce;
            foreach (Part part in parts)
            {
                int from = first * part.UnitsOfItem;
                int to = Math.Min(next * part.UnitsOfItem, part.Units);
                if (profile is null)
                    part.Kernel(workspace, from, to);
                else
                    profile.RunPart(part.Kernel, workspace, from, to);
            }

            first = next;
        }
    }

    /// <summary>A kernel with its own work items: how many of them an item of the sequence is, and how many there are.</summary>
    private readonly record struct Part(Kernel Kernel, int UnitsOfItem, int Units);
}
