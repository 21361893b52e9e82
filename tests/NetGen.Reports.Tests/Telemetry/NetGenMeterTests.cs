using System.Diagnostics.Metrics;

namespace NetGen.Reports.Tests.Telemetry;

/// <summary>Steps are counted by the meter NetGen, whoever makes them.</summary>
public class NetGenMeterTests
{
    private static readonly float[] Samples = [1, 0, 0, 1, 1, 1];
    private static readonly int[] Labels = [0, 1, 0];

    [Fact]
    public void A_fit_is_measured()
    {
        using var measured = new Measurements();
        var network = new MeteredNet(seed: 1);
        FitHistory history = network.Fit(
            new ArrayDataSet(Samples.Chunk(2).ToArray(), Labels, classes: 2), new SGD(0.5), epochs: 4, batchSize: 2, threads: 1,
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((8, 8, 1), measured["steps"]);
        Assert.Equal(12, measured["samples"].Sum);
        Assert.Equal((4, 4, 1), measured["epochs"]);
        Assert.Equal(8, measured["step.duration"].Count);
        Assert.InRange(measured["step.duration"].Sum, 0, history.Seconds);
        Assert.Equal(8, measured["loss"].Count);
        Assert.Equal(0.5, measured["learning_rate"].Last);
    }

    [Fact]
    public void Steps_by_hand_are_measured()
    {
        using var measured = new Measurements();
        using Trainer trainer = new MeteredNet(seed: 1).CreateTrainer(new SGD(0.5), 3, threads: 1);
        float loss = trainer.Step(Samples, Labels);
        Assert.Equal((1, 1, 1), measured["steps"]);
        Assert.Equal((1, 3, 3), measured["samples"]);
        Assert.Equal((1, loss, loss), measured["loss"]);

        var outputs = new float[6];
        trainer.Forward(Samples, outputs);
        trainer.Backward(outputs);
        trainer.Update();
        Assert.Equal((2, 2, 1), measured["steps"]);
        Assert.Equal(1, measured["samples"].Count);
    }

    [Fact]
    public void Instruments_have_their_units()
    {
        using var measured = new Measurements();
        using Trainer trainer = new MeteredNet(seed: 1).CreateTrainer(new SGD(0.5), 3, threads: 1);
        trainer.Step(Samples, Labels);
        Assert.Equal(
            [
                ("netgen.training.epochs", "{epoch}"), ("netgen.training.learning_rate", "1"), ("netgen.training.loss", "1"),
                ("netgen.training.samples", "{sample}"), ("netgen.training.step.duration", "s"), ("netgen.training.steps", "{step}"),
            ],
            measured.Units.OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => (unit.Key, unit.Value)));
    }

    /// <summary>With a listener, and after it.</summary>
    [Fact]
    public void Measuring_allocates_nothing()
    {
        using Trainer trainer = new MeteredNet(seed: 1).CreateTrainer(new SGD(0.5), 3, threads: 1);
        int heard = 0;
        using (var listener = new MeterListener())
        {
            listener.InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == "NetGen")
                    own.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref heard));
            listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref heard));
            listener.Start();
            AssertAllocatesNothing();
        }

        Assert.InRange(heard, 200 * 5, int.MaxValue);
        AssertAllocatesNothing();

        void AssertAllocatesNothing()
        {
            for (int step = 0; step < 100; step++)
                trainer.Step(Samples, Labels);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 100; step++)
                trainer.Step(Samples, Labels);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
