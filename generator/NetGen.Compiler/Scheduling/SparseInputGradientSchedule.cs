using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of the gradient by a convolution's image behind a max-pool.</summary>
/// <param name="RowsAtOnce">Rows of the pool's windows whose argmax positions are marked together.</param>
internal sealed record SparseInputGradientSchedule(int RowsAtOnce) : Schedule
{
    /// <summary>Output channels of a mark, which is as large as two floats.</summary>
    private const int ChannelsOfMark = 64;

    /// <summary>The marks take half of L1 at most.</summary>
    private const int MostMarks = Caches.L1 / 2 / 2;

    public static SparseInputGradientSchedule Of(SparseInputGradient gradient)
    {
        TensorShape pooled = gradient.Gradient.Shape;
        int positions = gradient.Spread.Height.Kernel * gradient.Spread.Width.Kernel;
        int marksOfRow = pooled[1] * positions * ((pooled.Inner + ChannelsOfMark - 1) / ChannelsOfMark);
        return new(Math.Max(1, Math.Min(pooled[0], MostMarks / marksOfRow)));
    }
}
