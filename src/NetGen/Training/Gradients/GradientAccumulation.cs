using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Gradients of several batches as those of one: their mean, weighted by what counts in each batch, in a block of its own, since a backward
/// pass overwrites the gradients.
/// </summary>
internal sealed class GradientAccumulation
{
    private readonly ParameterMemory memory;
    private readonly AlignedBlock sums;
    private readonly int lanes = VectorWidth.Preferred;
    private readonly RangeAction add;
    private readonly RangeAction finish;
    private double total;
    private float weight;
    private bool isFirst = true;

    public GradientAccumulation(ParameterMemory memory)
    {
        this.memory = memory;
        sums = new AlignedBlock(memory.TrainedLength);
        (add, finish) = (AddParts, FinishParts);
    }

    /// <summary>Forgets batches that were added, as those of a step that was not finished.</summary>
    public void Begin() => (isFirst, total) = (true, 0);

    /// <summary>Adds the gradients of the last backward pass.</summary>
    /// <param name="ofBatch">What they count, such as the samples of the batch.</param>
    /// <param name="workers">The threads.</param>
    public void Add(double ofBatch, Workers workers)
    {
        weight = (float)ofBatch;
        total += ofBatch;
        GradientParts.Run(memory, workers, add);
        isFirst = false;
    }

    /// <summary>Gives the gradients the sum of those that were added, divided by a number; 0 for a division by 0.</summary>
    /// <param name="divides">Whether by what all batches count together; else by nothing.</param>
    /// <param name="workers">The threads.</param>
    public void Finish(bool divides, Workers workers)
    {
        weight = (float)(!divides ? 1 : total > 0 ? 1 / total : 0);
        GradientParts.Run(memory, workers, finish);
    }

    private void AddParts(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(memory, begin, end);
        ref float gradients = ref memory.GradientBlock[0];
        if (isFirst)
            UpdateOfRange<ScaleRule>.Run(new ScaleRule { From = ref gradients, To = ref sums[0], Factor = weight }, lanes, first, last);
        else
            UpdateOfRange<AddRule>.Run(new AddRule { From = ref gradients, To = ref sums[0], Factor = weight }, lanes, first, last);
    }

    private void FinishParts(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(memory, begin, end);
        UpdateOfRange<ScaleRule>.Run(
            new ScaleRule { From = ref sums[0], To = ref memory.GradientBlock[0], Factor = weight }, lanes, first, last);
    }

    private ref struct ScaleRule : IUpdateRule
    {
        public ref float From;
        public ref float To;
        public float Factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index) =>
            S.Store(S.Multiply(S.Load(ref Unsafe.Add(ref From, index)), S.Create(Factor)), ref Unsafe.Add(ref To, index));
    }

    private ref struct AddRule : IUpdateRule
    {
        public ref float From;
        public ref float To;
        public float Factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V sum = S.FusedMultiplyAdd(S.Load(ref Unsafe.Add(ref From, index)), S.Create(Factor), S.Load(ref Unsafe.Add(ref To, index)));
            S.Store(sum, ref Unsafe.Add(ref To, index));
        }
    }
}
