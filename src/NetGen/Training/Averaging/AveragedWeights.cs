using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>The average of a network's trained parameters, which changes places with them for predictions.</summary>
internal sealed class AveragedWeights
{
    private readonly ParameterMemory memory;
    private readonly WeightAverage options;
    private readonly int lanes = VectorWidth.Preferred;
    private readonly RangeAction update;
    private readonly RangeAction swap;
    private float rest;

    public AveragedWeights(ParameterMemory memory, WeightAverage options)
    {
        (this.memory, this.options) = (memory, options);
        Other = new AlignedBlock(memory.TrainedLength);
        (update, swap) = (UpdateParts, SwapParts);
    }

    /// <summary>The steps that the average is of.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// Whether the network has the average, and <see cref="Other"/> the weights that are trained; else it is the other way.
    /// </summary>
    public bool IsInUse { get; private set; }

    /// <summary>What the network does not have.</summary>
    public AlignedBlock Other { get; }

    /// <summary>Takes the parameters after a step.</summary>
    public void Update(Workers workers)
    {
        if (Steps == 0)
        {
            ContinueFromHere();
        }
        else
        {
            rest = (float)(1 - options.DecayAfter(Steps));
            GradientParts.Run(memory, workers, update);
        }

        Steps++;
    }

    /// <summary>Gives the network the average, or the weights that are trained; nothing before the first step.</summary>
    public void Use(bool averaged, Workers workers)
    {
        if (averaged == IsInUse || Steps == 0)
            return;
        IsInUse = averaged;
        GradientParts.Run(memory, workers, swap);
        memory.CountChange();
    }

    /// <summary>Makes average and trained weights what the network has.</summary>
    public void ContinueFromHere() => memory.ParameterBlock.Span[..memory.TrainedLength].CopyTo(Other.Span);

    /// <summary>Goes on from a checkpoint, whose values are in the network and in <see cref="Other"/>.</summary>
    /// <param name="steps">The steps of the average, which the network has.</param>
    public void Resume(long steps) => (Steps, IsInUse) = (steps, true);

    private void UpdateParts(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(memory, begin, end);
        var rule = new AverageRule { P = ref memory.ParameterBlock[0], A = ref Other[0], Rest = rest };
        UpdateOfRange<AverageRule>.Run(rule, lanes, first, last);
    }

    private void SwapParts(int begin, int end)
    {
        (int first, int last) = GradientParts.Of(memory, begin, end);
        var rule = new SwapRule { P = ref memory.ParameterBlock[0], A = ref Other[0] };
        UpdateOfRange<SwapRule>.Run(rule, lanes, first, last);
    }

    private ref struct AverageRule : IUpdateRule
    {
        public ref float P;
        public ref float A;
        public float Rest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V a = S.Load(ref Unsafe.Add(ref A, index));
            V difference = S.Subtract(S.Load(ref Unsafe.Add(ref P, index)), a);
            S.Store(S.FusedMultiplyAdd(S.Create(Rest), difference, a), ref Unsafe.Add(ref A, index));
        }
    }

    private ref struct SwapRule : IUpdateRule
    {
        public ref float P;
        public ref float A;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly void IUpdateRule.Update<S, V>(nuint index)
        {
            V p = S.Load(ref Unsafe.Add(ref P, index));
            S.Store(S.Load(ref Unsafe.Add(ref A, index)), ref Unsafe.Add(ref P, index));
            S.Store(p, ref Unsafe.Add(ref A, index));
        }
    }
}
