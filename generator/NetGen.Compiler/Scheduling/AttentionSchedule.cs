using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of an attention. How queries go through it in blocks, the library decides.</summary>
/// <param name="Parts">
/// Work items of a sample: its heads in a prediction, where several threads may share a sample; else 1, since a batch has samples enough.
/// </param>
internal sealed record AttentionSchedule(int Parts) : Schedule
{
    public static AttentionSchedule Of(Attention attention, bool isPrediction) => new(isPrediction ? attention.Geometry.Heads : 1);
}
