using NetGen.Runtime;

namespace NetGen.Tests.Training;

public class ChannelsLastTests
{
    [Fact]
    public void Samples_with_the_channels_last_are_turned_when_they_are_loaded()
    {
        var batch = new DataBatch(new ImageNetwork(), new LastImages(), capacity: 2);
        batch.Read([1, 0]);
        Assert.Equal(
            [100, 102, 104, 106, 108, 110, 101, 103, 105, 107, 109, 111, 0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11], batch.Inputs.ToArray());
    }

    [Fact]
    public void Samples_with_the_channels_first_stay_as_they_are()
    {
        var batch = new DataBatch(new ImageNetwork(), new FirstImages(), capacity: 1);
        batch.Read([0]);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], batch.Inputs.ToArray());
    }

    /// <summary>A subset, an augmentation or a cache knows nothing of the set within, and its type states nothing.</summary>
    [Fact]
    public void A_set_that_wraps_another_one_keeps_its_order_or_is_refused()
    {
        var batch = new DataBatch(new ImageNetwork(), new Wrapper(new LastImages()), capacity: 1);
        batch.Read([0]);
        Assert.Equal([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11], batch.Inputs.ToArray());

        var arrays = new ArrayDataSet(Enumerable.Range(0, 12).Select(i => (float)i).ToArray(), shape: [2, 2, 3]) { ChannelsLast = true };
        batch = new DataBatch(new ImageNetwork(), new Wrapper(arrays), capacity: 1);
        batch.Read([0]);
        Assert.Equal([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11], batch.Inputs.ToArray());

        string message = Assert.Throws<ArgumentException>(
            "data", () => new DataBatch(new ImageNetwork(), new SilentWrapper(new LastImages()), capacity: 1)).Message;
        Assert.Contains(
            "'images' does not say in which order a sample of [2, 2, 3] lies. Expected [Sample(2, 2, 3)] on SilentWrapper", message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_wraps_another_one_has_its_shape()
    {
        string message = Assert.Throws<ArgumentException>(
            "data", () => new DataBatch(new ImageNetwork(), new Wrapper(new OtherImages()), capacity: 1)).Message;
        Assert.Contains("'images' has samples of [3, 2, 2]; the input of ImageNetwork takes [2, 2, 3].", message, StringComparison.Ordinal);
    }

    [DataSet]
    [Sample(2, 2, 3, ChannelsLast = true)]
    private sealed class LastImages : Images;

    [DataSet]
    [Sample(2, 2, 3)]
    private sealed class FirstImages : Images;

    [DataSet]
    [Sample(3, 2, 2)]
    private sealed class OtherImages : Images;

    private sealed class Wrapper(IDataSet inner) : SilentWrapper(inner), IDataSet
    {
        public ReadOnlySpan<int> Shape => Inner.Shape;

        public bool? CopiesChannelsLast => Inner.CopiesChannelsLast;
    }

    private class SilentWrapper(IDataSet inner) : IDataSet
    {
        public string Name => "images";

        public int Count => Inner.Count;

        public int SampleSize => Inner.SampleSize;

        public int Classes => Inner.Classes;

        public int LabelsPerSample => Inner.LabelsPerSample;

        protected IDataSet Inner => inner;

        public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination) => Inner.CopySamples(indices, destination);

        public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => Inner.CopyLabels(indices, destination);

        public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => Inner.CopyTargets(indices, destination);
    }

    /// <summary>Two samples of twelve numbers that count up.</summary>
    private abstract class Images : IDataSet
    {
        public string Name => "images";

        public int Count => 2;

        public int SampleSize => 12;

        public int Classes => 0;

        public int LabelsPerSample => 0;

        public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
        {
            for (int i = 0; i < indices.Length; i++)
                for (int element = 0; element < SampleSize; element++)
                    destination[(i * SampleSize) + element] = (100 * indices[i]) + element;
        }

        public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) =>
            throw new InvalidOperationException("there are no labels");

        public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
            throw new InvalidOperationException("there are no targets");
    }

    /// <summary>Two channels of 2×3 whose input is the target; nothing runs.</summary>
    private sealed class ImageNetwork() : Network(
        new NetworkDescription(
            "ImageNetwork",
            [2, 2, 3],
            [2, 2, 3],
            new LossDescription("MSE", LabelForm.Values, 0, 0, TargetIsInput: true),
            [],
            0,
            [],
            0,
            new ProgramPlan(16, 0, 0, 0, -1, -1, -1, -1),
            new ProgramPlan(16, 0, 0, 0, 0, 0, -1, -1),
            null,
            new ProgramPlan(48, 16, -1, 0, 16, -1, 32, 0)),
        seed: 0)
    {
        protected override void RunPredict(Workspace workspace) => throw new InvalidOperationException("nothing runs");

        protected override void RunForward(Workspace workspace) => throw new InvalidOperationException("nothing runs");

        protected override void RunBackward(Workspace workspace) => throw new InvalidOperationException("nothing runs");
    }
}
