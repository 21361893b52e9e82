namespace NetGen.Tests.Kernels;

/// <summary>The cell, the sizes and the options of one loop.</summary>
/// <param name="Cell">LSTM, GRU, tanh or ReLU.</param>
public sealed record RecurrenceCase(string Cell, int Samples, int Steps, int Hidden, int PanelUnits)
{
    public bool IsReversed { get; init; }

    public bool IsMasked { get; init; }

    /// <summary>Whether there are states to begin with.</summary>
    public bool HasStates { get; init; }

    public bool HasBias { get; init; }

    public int Gates => Cell switch { "LSTM" => 4, "GRU" => 3, _ => 1 };

    public int GatesOfPanel => Cell == "GRU" ? 1 : Gates;

    public int Saved => Cell switch { "LSTM" => 6, "GRU" => 4, _ => 1 };

    public int Units => (Hidden + 15) / 16 * 16;

    public bool HasCellStates => HasStates && Cell == "LSTM";
}
