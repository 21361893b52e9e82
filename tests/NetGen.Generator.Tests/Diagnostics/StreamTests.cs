using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Networks that cannot be streams: what the fault says, and where it stands.</summary>
public class StreamTests
{
    private const string Asked = "[Network(Stream = true)] asks for a stream, but ";

    [Theory]
    [InlineData(
        "Input(7, 8), «LSTM(4, Bidirectional = true)»", "'lstm1' has no place in it: its second direction begins at the last step.")]
    [InlineData("Input(7, 8), GRU(8), «Mean(Axis = 0)», Linear(2)", "'mean1' has no place in it: it needs all steps at once.")]
    [InlineData("Input(7, 8), «Flatten», Linear(2)", "'flatten1' has no place in it: it needs all steps at once.")]
    [InlineData("Input(7, 8), «Softmax(Axis = 0)»", "'softmax1' has no place in it: it normalises over the steps.")]
    [InlineData("Input(7, 8), «GroupNorm(2)»", "'groupnorm1' has no place in it: it needs all steps at once.")]
    [InlineData("Input(7, 8), «ClassToken», Linear(2)", "'classtoken1' has no place in it: it needs all steps at once.")]
    [InlineData(
        "Input(7, 8), RNN(6, Last = true), «Reshape(3, 2)», Linear(2)", "'reshape1' has no place in it: it makes other steps.")]
    public async Task A_layer_that_needs_later_steps_is_named(string elements, string message) =>
        await Check("[Network(Stream = true), " + elements + "] public partial class Net;", message);

    [Theory]
    [InlineData("Input(8), Linear(2)", "'Net' has none: its input is a vector (8); a stream's are tokens or a sequence.")]
    [InlineData(
        "Input(7, 8), Input(4, Name = \"h0\"), GRU(4, State = \"h0\")", "'Net' has none: a stream has one input, without lengths.")]
    [InlineData("Input(7, 8, Lengths = true), GRU(4)", "'Net' has none: a stream has one input, without lengths.")]
    [InlineData(
        "Input(7, 8), GRU(4), Output(7, 4, Name = \"states\"), Linear(2)",
        "'Net' has none: 'states' is a second output, and a stream has one.")]
    [InlineData("Input(7, 8), Concat<Identity, Identity>(Axis = 0)", "'Net' has none: a Concat along the steps makes more of them.")]
    public async Task What_the_network_lacks_stands_at_the_option(string elements, string message) =>
        await Check("[Network(«Stream = true»), " + elements + "] public partial class Net;", message);

    private static async Task Check(string source, string message)
    {
        Diagnostic[] faults =
        [
            .. (await NetworkSource.Diagnose(source.Replace("«", "").Replace("»", "")))
                .Where(fault => fault.Id == "NG0124"),
        ];
        Assert.Contains(Asked + message, faults.Select(fault => fault.GetMessage()));
        Diagnostic fault = faults.First(fault => fault.GetMessage() == Asked + message);
        SourceText text = fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken);
        Assert.Equal(source.Split('«', '»')[1], text.ToString(fault.Location.SourceSpan));
    }
}
