using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Recurrent layers that get no sequence, or whose options do not fit: what the fault says, and where it stands.</summary>
public class RecurrentTests
{
    [Theory]
    [InlineData(
        "Input(3, 8, 8), «LSTM(4)»", "NG0101",
        "'lstm1' takes a sequence (steps × features), but receives an image (3×8×8, the input). Use a layer made for that shape.")]
    [InlineData(
        "Input(7, 20), Transpose, «GRU(4)»", "NG0101",
        "'gru1' takes a sequence (steps × features), but receives a signal (20×7 after transpose1). Insert [Transpose] before it.")]
    [InlineData(
        "Input(20), «RNN(4)»", "NG0101",
        "'rnn1' takes a sequence (steps × features), but receives a vector (20, the input). Use a layer made for that shape.")]
    [InlineData(
        "Input(7, 20), LSTM(4, In = «16»)", "NG0102",
        "'lstm1' states In = 16 but receives 20 features (7×20, the input). Did you mean In = 20?")]
    [InlineData(
        "Input(7, 20), GRU(4, Dropout = «0.5»)", "NG0108", "Dropout of 'gru1' is 0.5; it acts between layers, and NumLayers is 1.")]
    [InlineData(
        "Input(7, 20), GRU(4, NumLayers = 2, Dropout = «50»)", "NG0108", "Dropout of 'gru1' is 50; a probability is between 0 and 1.")]
    [InlineData(
        "Input(7, 20), RNN(4, Nonlinearity = «\"sigmoid\"»)", "NG0108", "Nonlinearity of 'rnn1' is sigmoid; it is \"tanh\" or \"relu\".")]
    [InlineData(
        "Input(7, 20), LSTM(4, NumLayers = «0»)", "NG0107", "NumLayers of 'lstm1' is 0; a size is at least 1.")]
    [InlineData(
        "Input(7, 20), Input(5, Name = \"h0\"), LSTM(4, State = «\"h0\"»)", "NG0108",
        "State of 'lstm1' is 'h0', which is a vector (5); the state has 4 values.")]
    [InlineData(
        "Input(7, 20), Input(2, 5, Name = \"c0\"), LSTM(4, NumLayers = 2, Cell = «\"c0\"»)", "NG0108",
        "Cell of 'lstm1' is 'c0', which is a sequence (2×5); there are 2 states of 4 values, 2×4: of each layer, "
        + "and in it of each direction.")]
    [InlineData(
        "Input(7, 20), Input(2, 4, Name = \"h0\"), GRU(4, Bidirectional = true, NumLayers = 2, State = «\"h0\"»)", "NG0108",
        "State of 'gru1' is 'h0', which is a sequence (2×4); there are 4 states of 4 values, 4×4: of each layer, "
        + "and in it of each direction.")]
    [InlineData(
        "Input(7, 20), Input(4, Name = \"h0\"), GRU(4, State = «\"ho\"»)", "NG0120",
        "State = \"ho\" of 'gru1' has nothing to go on with: nothing before it has that name. Did you mean 'h0'?")]
    [InlineData(
        "Input(7, 20), LSTM(4, «BatchFirst» = true)", "NG0206",
        "[LSTM] has no option 'BatchFirst'. The batch is always first, and never written. Leave it out.")]
    [InlineData(
        "Input(7, 20), LSTM(4, «ReturnSequences» = true)", "NG0206",
        "[LSTM] has no option 'ReturnSequences'. The layer gives the states of all steps, or with Last = true the last one. Leave it out.")]
    public async Task A_fault_stands_where_it_is_made(string elements, string id, string message)
    {
        Diagnostic fault = (await NetworkSource.Diagnose(Network(elements.Replace("«", "").Replace("»", ""))))
            .First(fault => fault.Id.StartsWith("NG", StringComparison.Ordinal));
        Assert.Equal((id, message), (fault.Id, fault.GetMessage()));
        SourceText text = fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken);
        Assert.Equal(elements.Split('«', '»')[1], text.ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("Input(7, 20), LSTM(5), Output(7, 5)")]
    [InlineData("Input(7, 20), LSTM(5, Bidirectional = true, NumLayers = 3, Dropout = 0.5, In = 20), Output(7, 10)")]
    [InlineData("Input(7, 20), GRU(5, Bidirectional = true, Last = true), Output(10)")]
    [InlineData("Input(7, 20), RNN(5, Nonlinearity = \"relu\", Bias = false, Last = true), Output(5)")]
    [InlineData("Input(7, 20), Input(5, Name = \"h0\"), Input(5, Name = \"c0\"), LSTM(5, State = \"h0\", Cell = \"c0\"), Output(7, 5)")]
    [InlineData("Input(7, 20), Input(4, 5, Name = \"h0\"), GRU(5, Bidirectional = true, NumLayers = 2, State = \"h0\"), Output(7, 10)")]
    [InlineData("Input(7, 20), LSTM(5, Last = true, Name = \"encoder\"), Reshape(5, 1), LSTM(5, State = \"encoder\"), Output(5, 5)")]
    public async Task These_give_these_shapes(string layers) => Assert.Empty(await NetworkSource.Diagnose(Network(layers)));

    private static string Network(string elements) => $"""
        [Network, {elements}]
        public partial class Net;
        """;
}
