namespace NetGen.Compiler.Graph;

/// <summary>A recurrent cell: what a step does with each unit of the state.</summary>
internal sealed class RecurrentCell
{
    private RecurrentCell()
    {
    }

    /// <summary>Long short-term memory, whose gates are i, f, g, o.</summary>
    public static RecurrentCell Lstm { get; } = new() { Name = "LSTM", TypeName = "LstmCell", Gates = 4, Saved = 6, HasCellState = true };

    /// <summary>Gated recurrent unit, whose gates are r, z, n.</summary>
    public static RecurrentCell Gru { get; } =
        new() { Name = "GRU", TypeName = "GruCell", Gates = 3, Saved = 4, HasHiddenGradient = true };

    /// <summary>tanh of the sum.</summary>
    public static RecurrentCell Tanh { get; } = new() { Name = "RNN with tanh", TypeName = "TanhCell", Gates = 1, Saved = 1 };

    /// <summary>The sum, at least 0.</summary>
    public static RecurrentCell Relu { get; } = new() { Name = "RNN with ReLU", TypeName = "ReluCell", Gates = 1, Saved = 1 };

    /// <summary>As descriptions call it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The library's type.</summary>
    public string TypeName { get; private init; } = "";

    /// <summary>Gates of a unit, each with a sum of its own.</summary>
    public int Gates { get; private init; }

    /// <summary>Values of a unit that a step saves for the gradient.</summary>
    public int Saved { get; private init; }

    /// <summary>Whether the cell has a state beside the layer's.</summary>
    public bool HasCellState { get; private init; }

    /// <summary>
    /// Whether the gradients by the products of the state differ from those by the products of the input; they then depend on the state.
    /// </summary>
    public bool HasHiddenGradient { get; private init; }

    public override string ToString() => Name;
}
