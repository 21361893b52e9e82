// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

namespace NetGen.Tests.Training;

public class PrefetchTests
{
    [Fact]
    public void Prefetching_changes_no_bit()
    {
        Assert.Equal(Train(prefetch: false), Train(prefetch: true));

        static float[] Train(bool prefetch)
        {
            var network = new LinearClassifier();
            network.Fit(
                new Watched(new Clusters(100)), new Adam(), epochs: 3, batchSize: 16, threads: 1,
                options: new FitOptions { Prefetch = prefetch });
            return network.Memory.Parameters.ToArray();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_epoch_reads_the_set_as_it_is_then(bool prefetch)
    {
        var data = new Watched(new Clusters(20));
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(), 16, threads: 1);
        trainer.Fit(data, 2, new FitOptions { Prefetch = prefetch });
        trainer.Fit(data, 1, new FitOptions { Prefetch = prefetch });
        Assert.Equal([0, 0, 1, 1, 2, 2], data.Log.EpochsOfReads);
    }

    [Fact]
    public void Only_with_prefetching_another_thread_reads_and_it_ends_with_the_fit()
    {
        var data = new Watched(new Clusters(40));
        new LinearClassifier().Fit(data, new SGD(), epochs: 1, batchSize: 16, threads: 1);
        Assert.Same(Thread.CurrentThread, data.Log.Reader);
        new LinearClassifier().Fit(data, new SGD(), epochs: 1, batchSize: 16, threads: 1, options: new FitOptions { Prefetch = true });
        Assert.NotSame(Thread.CurrentThread, data.Log.Reader);
        Assert.False(data.Log.Reader!.IsAlive);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_set_throws_comes_out_of_the_fit_after_the_steps_before(bool prefetch)
    {
        int steps = 0;
        var data = new Watched(new Clusters(100)) { FailsAtRead = 3 };
        var error = Assert.Throws<InvalidDataException>(() => new LinearClassifier().Fit(
            data, new SGD(), epochs: 2, batchSize: 10, threads: 1,
            options: new FitOptions { Prefetch = prefetch, Progress = _ => steps++ }));
        Assert.Equal("sample torn", error.Message);
        Assert.Equal(3, steps);
        Assert.True(data.Log.Reader == Thread.CurrentThread || !data.Log.Reader!.IsAlive);
    }

    [Fact]
    public void Cancellation_ends_the_thread()
    {
        using var cancellation = new CancellationTokenSource();
        var data = new Watched(new Clusters(100));
        var options = new FitOptions { Prefetch = true, Progress = _ => cancellation.Cancel() };
        Assert.Throws<OperationCanceledException>(() => new LinearClassifier().Fit(
            data, new SGD(), epochs: 5, batchSize: 10, threads: 1, options: options, cancellation: cancellation.Token));
        Assert.False(data.Log.Reader!.IsAlive);
    }

    [Fact]
    public void A_target_that_is_not_finite_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => new LinearClassifier().Fit(
            new Clusters(50, oneHot: true) { Broken = 3 }, new SGD(), epochs: 1, threads: 1, options: new FitOptions { Prefetch = true }));
        Assert.Contains("Sample 3 of 'clusters' has NaN as target", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_thread_allocates_in_an_epoch()
    {
        var data = new Watched(new Clusters(200) { Visits = false });
        long last = 0;
        var allocated = new List<long>(100);
        var options = new FitOptions
        {
            Prefetch = true,
            Progress = step =>
            {
                long now = GC.GetAllocatedBytesForCurrentThread();
                if (step.SamplesDone > 20)
                    allocated.Add(now - last);
                last = now;
            },
        };
        new LinearClassifier().Fit(data, new SGD(), epochs: 2, batchSize: 10, threads: 1, options: options);
        Assert.Equal(0, allocated.TakeLast(15).Sum());
        Assert.Equal(0, data.Log.AllocatedBetweenReads.TakeLast(15).Sum());
    }

    private sealed class ReadLog
    {
        public List<int> EpochsOfReads { get; } = new(100);

        public List<long> AllocatedBetweenReads { get; } = new(100);

        public long AllocatedBefore { get; set; }

        public Thread? Reader { get; set; }
    }

    /// <summary>Passes on a set, and notes who reads it, when and in which epoch.</summary>
    private sealed class Watched(Clusters inner, int epoch = 0, ReadLog? log = null) : IDataSet
    {
        public ReadLog Log { get; } = log ?? new ReadLog();

        public int FailsAtRead { get; init; } = -1;

        public string Name => inner.Name;

        public int Count => inner.Count;

        public int SampleSize => inner.SampleSize;

        public int Classes => inner.Classes;

        public int LabelsPerSample => inner.LabelsPerSample;

        public ReadOnlySpan<int> Shape => ((IDataSet)inner).Shape;

        public bool? CopiesChannelsLast => ((IDataSet)inner).CopiesChannelsLast;

        public IDataSet OfEpoch(int epoch) => new Watched(inner, epoch, Log) { FailsAtRead = FailsAtRead };

        public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
        {
            Log.Reader = Thread.CurrentThread;
            if (Log.EpochsOfReads.Count == FailsAtRead)
                throw new InvalidDataException("sample torn");
            inner.CopySamples(indices, destination);
            Log.EpochsOfReads.Add(epoch);
            long now = GC.GetAllocatedBytesForCurrentThread();
            Log.AllocatedBetweenReads.Add(now - Log.AllocatedBefore);
            Log.AllocatedBefore = now;
        }

        public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => inner.CopyLabels(indices, destination);

        public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => inner.CopyTargets(indices, destination);
    }
}
