using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a direct convolution.</summary>
/// <param name="Parts">Work items of a sample in a prediction, where several threads may share a sample: rows of the result.</param>
/// <param name="Prefetches">Whether rows of pixels are prefetched.</param>
/// <param name="UsesBatchLanes">Whether as many samples as a vector has lanes are computed together, a lane each.</param>
internal sealed record ConvolutionSchedule(int Parts, bool Prefetches, bool UsesBatchLanes) : Schedule
{
    /// <summary>A batch of so large samples does not stay in L2.</summary>
    private const int LargeSample = Caches.L2 / 32;

    public static ConvolutionSchedule Of(FusedGroup group)
    {
        var convolution = (Convolution)group.Anchor!;
        bool usesBatchLanes = BatchLaneGroups.Contain(group);
        return new(
            group.IsPrediction && !usesBatchLanes ? group.Space[0] : 1,
            !group.IsPrediction && convolution.Operands[0].Shape.SampleStride + convolution.Shape.SampleStride >= LargeSample,
            usesBatchLanes);
    }
}
