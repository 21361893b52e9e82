namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Recurrent layers of all options, over sequences.</summary>
/// <param name="random">The choices.</param>
/// <param name="mostWork">Multiply-adds of the layer for one sample.</param>
internal sealed class RecurrentGenerator(Choices random, int mostWork)
{
    private const int MostGates = 4;

    public Chain Layer(Chain chain)
    {
        SampleShape shape = chain.Output;
        int hidden = random.Width(20), layers = random.OneIn(4) ? random.Of(2, 3) : 1, directions = random.OneIn(3) ? 2 : 1;
        while (hidden > 1 && shape.Sizes[0] * layers * directions * MostGates * hidden * (shape.Width + (3 * hidden)) > mostWork)
            hidden--;
        string options = (layers > 1 ? $", NumLayers = {layers}{random.Of("", ", Dropout = 0.25")}" : "")
            + (directions > 1 ? ", Bidirectional = true" : "");
        return Recurrent(chain, hidden, directions, options);
    }

    /// <summary>One whose state begins with an input.</summary>
    public Chain From(string input, int hidden, Chain chain)
    {
        string kind = random.Of("LSTM", "LSTM", "GRU", "RNN");
        (string state, string cell) = ($", State = \"{input}\"", $", Cell = \"{input}\"");
        string states = kind == "LSTM" ? random.Of(state, cell, state + cell) : state;
        return Recurrent(chain, hidden, 1, states, kind);
    }

    private Chain Recurrent(Chain chain, int hidden, int directions, string options, string? kind = null)
    {
        kind ??= random.Of("LSTM", "GRU", "RNN");
        bool isLast = random.OneIn(3);
        options += random.Of("", "", ", Bias = false", ", RecurrentBias = false") + (isLast ? ", Last = true" : "");
        if (kind == "RNN")
            options += random.Of("", ", Nonlinearity = \"relu\"");
        int width = hidden * directions;
        return chain.Then(
            $"{kind}({hidden}{options})", isLast ? SampleShape.Vector(width) : SampleShape.Sequence(chain.Output.Sizes[0], width));
    }
}
