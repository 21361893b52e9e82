using System.Collections.ObjectModel;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Evaluates a network on a data set, as often as wanted: loss, confusion matrix and metrics in one pass over batches. Buffers and threads
/// are kept between passes.
/// </summary>
internal sealed class Evaluator : IDisposable
{
    private readonly Network network;
    private readonly IDataSet data;
    private readonly Metric[] metrics;
    private readonly MetricTask task;
    private readonly DataBatch batch;
    private readonly Predictor predictor;
    private readonly LossRunner loss;
    private readonly MetricBatch seen;
    private readonly bool hasConfusion;
    private readonly float[] outputs;
    private readonly int[] indices;
    private NetworkOutputs? all;

    /// <param name="network">A network with a loss.</param>
    /// <param name="data">A data set that fits it.</param>
    /// <param name="metrics">What is computed beside loss and accuracy; their names differ.</param>
    /// <param name="batchSize">The samples of a batch; all of them where a layer normalises over the batch.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="hasConfusion">Whether the confusion matrix is wanted, where there are classes.</param>
    /// <exception cref="NotSupportedException">The network has no loss.</exception>
    /// <exception cref="ArgumentException">The data set does not fit the network, or a metric does not fit the two.</exception>
    public Evaluator(
        Network network, IDataSet data, IReadOnlyList<Metric> metrics, int batchSize, int threads, bool hasConfusion = true)
    {
        if (network.Description.Loss is not LossDescription description)
            throw new NotSupportedException($"{network.Name} has no loss to evaluate.");
        (this.network, this.data, this.metrics, this.hasConfusion) = (network, data, [.. metrics], hasConfusion);
        int most = Array.MaxLength / Math.Max(Math.Max(network.InputSize, network.OutputSize), Math.Max(1, description.LabelsPerSample));
        batchSize = Math.Min(Math.Min(batchSize, most), Math.Max(1, data.Count));
        if (network.Description.LayerAcrossSamples is not null)
        {
            batchSize = Math.Max(1, data.Count);
            Workspace.RequireRoom(network.Description.Predict, batchSize, 0, nameof(data));
        }

        batch = new DataBatch(network, data, batchSize);
        bool hasClasses = batch.Form == LabelForm.Index;
        task = new MetricTask(
            network.Name, description.Kind, hasClasses ? description.Classes : 0, network.OutputSize, data.Count,
            hasClasses ? description.LabelsPerSample : 0);
        RequireMetrics();
        outputs = new float[Network.LengthOf(batchSize, network.OutputSize, nameof(data))];
        indices = new int[batchSize];
        seen = new MetricBatch(
            hasClasses ? new ClassChoice(description, network.OutputShape) : null, batchSize, network.OutputSize,
            keepsNumbers: metrics.Count > 0);
        loss = new LossRunner(network, batchSize, Workers.Single);
        predictor = new Predictor(network, batchSize, threads);
    }

    /// <summary>Evaluates the network as it is now.</summary>
    /// <exception cref="ArgumentException">A sample or a label is refused; the message names it.</exception>
    public Evaluation Run()
    {
        foreach (Metric metric in metrics)
            metric.Begin(task);
        bool hasClasses = task.Classes > 0;
        ConfusionMatrix? confusion = hasClasses && hasConfusion ? new ConfusionMatrix(task.Classes) : null;
        long correct = 0, labels = 0;
        var lossOfAll = new LossOfBatches(network, loss);
        for (int done = 0; done < data.Count; done += batch.Samples)
        {
            int count = Math.Min(indices.Length, data.Count - done);
            for (int i = 0; i < count; i++)
                indices[i] = done + i;
            batch.Read(indices.AsSpan(0, count));
            batch.Require(indices.AsSpan(0, count));
            Predict(count, out ReadOnlySpan<float> results, out ReadOnlySpan<float> judged, out ReadOnlySpan<float> added);
            if (hasClasses)
            {
                lossOfAll.Add(loss.Run(judged, batch.Labels, count, added, batch.Weights));
                seen.Take(count, results, batch.Labels);
                correct += seen.Correct;
                labels += seen.Labels.Length;
                if (confusion is not null)
                    seen.CountIn(confusion);
            }
            else
            {
                lossOfAll.Add(loss.Run(judged, batch.Targets, count, added, batch.Weights));
                seen.Take(count, results, batch.Targets);
            }

            foreach (Metric metric in metrics)
                metric.Add(seen);
        }

        return new Evaluation(lossOfAll.Value, hasClasses ? (double)correct / labels : double.NaN, confusion, data.Count)
        {
            Metrics = metrics.Length == 0
                ? ReadOnlyDictionary<string, double>.Empty
                : metrics.ToDictionary(metric => metric.Name, metric => metric.Value, StringComparer.Ordinal),
        };
    }

    public void Dispose() => predictor.Dispose();

    /// <summary>Predicts the batch that was read.</summary>
    /// <param name="count">Its samples.</param>
    /// <param name="results">The outputs.</param>
    /// <param name="judged">What the loss judges: the outputs, or the logits behind them.</param>
    /// <param name="added">What layers add to the loss.</param>
    private void Predict(int count, out ReadOnlySpan<float> results, out ReadOnlySpan<float> judged, out ReadOnlySpan<float> added)
    {
        bool areLogitsJudged = network.Description.Loss!.OfLogits;
        if (!areLogitsJudged && network.Description.Predict.AddedLoss < 0)
        {
            Span<float> own = outputs.AsSpan(0, count * network.OutputSize);
            predictor.Run(batch.Inputs, own);
            results = judged = own;
            added = [];
            return;
        }

        if (all?.Samples != count)
            all = NetworkOutputs.ForLoss(network.Description, count);
        predictor.Run(batch.Inputs, all);
        results = all.Output;
        judged = areLogitsJudged ? all.Judged : results;
        added = all.AddedLoss;
    }

    private void RequireMetrics()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Metric metric in metrics)
        {
            ArgumentNullException.ThrowIfNull(metric, nameof(metrics));
            if (!names.Add(metric.Name))
                throw new ArgumentException($"The metric '{metric.Name}' is asked for twice; expected each name once.", nameof(metrics));
            metric.Begin(task);
        }
    }
}
