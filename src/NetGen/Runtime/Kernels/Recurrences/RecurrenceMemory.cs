using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// What the loop has of a block of samples, each row filled up to whole vectors: it stays in the cache from step to step.
/// </summary>
internal ref struct RecurrenceMemory
{
    private readonly int floats;

    /// <param name="rows">Samples of a block.</param>
    /// <param name="units">Units of the state, with padding.</param>
    /// <param name="columns">Columns of a panel.</param>
    public RecurrenceMemory(int rows, int units, int columns)
    {
        floats = checked(rows * units);
        State = ref ThreadScratch.Floats(checked((3 * floats) + (rows * columns)));
        Next = ref Unsafe.Add(ref State, floats);
        Cell = ref Unsafe.Add(ref Next, floats);
        Sums = ref Unsafe.Add(ref Cell, floats);
    }

    /// <summary>The states before the step; backward, the gradients by those after it.</summary>
    public ref float State;

    /// <summary>The states after it; backward, what comes of the gradients through the gates.</summary>
    public ref float Next;

    /// <summary>The cells' states; backward, the gradients by them.</summary>
    public readonly ref float Cell;

    /// <summary>The products of the state with a panel of the weight.</summary>
    public readonly ref float Sums;

    /// <summary>What was next is now.</summary>
    public void Swap()
    {
        ref float state = ref State;
        State = ref Next;
        Next = ref state;
    }

    /// <summary>All states and gradients become 0.</summary>
    public readonly void Clear(ref float rows) => MemoryMarshal.CreateSpan(ref rows, floats).Clear();
}
