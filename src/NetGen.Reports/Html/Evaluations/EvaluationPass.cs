using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen.Reports;

/// <summary>Predicts a data set in one pass, and keeps what a page shows of it.</summary>
internal sealed class EvaluationPass : IDisposable
{
    private const int BatchSize = 128;

    // More outputs than these are a picture or a sequence, and no numbers to be drawn one by one.
    private const int MostRegressionOutputs = 16;

    private readonly Network network;
    private readonly IDataSet data;
    private readonly LossDescription description;
    private readonly DataBatch batch;
    private readonly Predictor predictor;
    private readonly LossRunner loss;
    private readonly ClassChoice? choice;
    private readonly ConfusionMatrix? confusion;
    private readonly WorstSamples worst;
    private readonly RegressionOutput[] regression;
    private float[] first = [];
    private NetworkOutputs? outputs;

    /// <param name="network">A network with a loss.</param>
    /// <param name="data">A data set that fits it, with a sample or more.</param>
    /// <param name="worst">How many of the samples with the highest loss are kept.</param>
    /// <param name="threads">The number of threads.</param>
    /// <exception cref="NotSupportedException">The network has no loss.</exception>
    /// <exception cref="ArgumentException">The data set does not fit the network, or is empty.</exception>
    public EvaluationPass(Network network, IDataSet data, int worst, int threads)
    {
        description = network.Description.Loss ?? throw new NotSupportedException($"{network.Name} has no loss to evaluate.");
        if (data.Count == 0)
            throw new ArgumentException($"The data set '{data.Name}' has no sample; expected at least one.", nameof(data));
        int batchSize = network.Description.LayerAcrossSamples is null ? Math.Min(BatchSize, data.Count) : data.Count;
        (this.network, this.data, this.worst) = (network, data, new WorstSamples(worst));
        batch = new DataBatch(network, data, batchSize);
        bool hasClasses = batch.Form == LabelForm.Index;
        choice = hasClasses ? new ClassChoice(description, network.OutputShape) : null;
        confusion = hasClasses ? new ConfusionMatrix(description.Classes) : null;
        bool isRegression = !hasClasses && description.Kind is "MSE" or "L1" or "SmoothL1" or "Huber"
            && network.OutputSize <= MostRegressionOutputs;
        regression = [.. Enumerable.Range(0, isRegression ? network.OutputSize : 0)
            .Select(index => new RegressionOutput(index, new float[data.Count], new float[data.Count]))];
        loss = new LossRunner(network, 1, Workers.Single);
        predictor = new Predictor(network, batchSize, threads);
    }

    /// <summary>Predicts all samples.</summary>
    /// <exception cref="ArgumentException">A sample or a label is refused; the message names it.</exception>
    public EvaluatedSet Run()
    {
        var lossOfAll = new LossOfBatches(network, loss);
        int[] indices = new int[Math.Min(predictor.BatchSize, data.Count)];
        for (int done = 0; done < data.Count; done += batch.Samples)
        {
            int count = Math.Min(indices.Length, data.Count - done);
            for (int i = 0; i < count; i++)
                indices[i] = done + i;
            batch.Read(indices.AsSpan(0, count));
            batch.Require(indices.AsSpan(0, count));
            if (outputs?.Samples != count)
                outputs = NetworkOutputs.ForLoss(network.Description, count);
            predictor.Run(batch.Inputs, outputs);
            for (int i = 0; i < count; i++)
                Take(i, done + i, lossOfAll);
        }

        return new EvaluatedSet(data.Name, data.Count, lossOfAll.Value, confusion, worst.ToList(), regression, first);
    }

    public void Dispose() => predictor.Dispose();

    private void Take(int i, int index, LossOfBatches lossOfAll)
    {
        ReadOnlySpan<float> output = outputs!.Output.Slice(i * network.OutputSize, network.OutputSize);
        ReadOnlySpan<float> judged = description.OfLogits ? outputs.Judged.Slice(i * network.OutputSize, network.OutputSize) : output;
        ReadOnlySpan<float> added = outputs.AddedLoss.IsEmpty ? default : outputs.AddedLoss.Slice(i, 1);
        ReadOnlySpan<float> weight = batch.Weights.IsEmpty ? default : batch.Weights.Slice(i, 1);
        ReadOnlySpan<int> labels = choice is null ? default : batch.Labels.Slice(i * choice.LabelsPerSample, choice.LabelsPerSample);
        ReadOnlySpan<float> target = choice is null ? batch.Targets.Slice(i * network.OutputSize, network.OutputSize) : default;
        float own = choice is null ? loss.Run(judged, target, 1, added, weight) : loss.Run(judged, labels, 1, added, weight);
        lossOfAll.Add(own);
        ReadOnlySpan<float> input = batch.Inputs.Slice(i * network.InputSize, network.InputSize);
        if (index == 0 && TakesNumbers)
            first = input.ToArray();
        foreach (RegressionOutput number in regression)
            (number.Targets[index], number.Predictions[index]) = (target[number.Index], output[number.Index]);
        int[] predictions = Count(output, labels);
        if (loss.IsOfNothing(own) || !worst.Takes(own))
            return;
        bool takesTokens = network.Description.Vocabulary > 0;
        worst.Add(new EvaluatedSample(
            index, own, takesTokens ? [] : input.ToArray(), takesTokens ? MemoryMarshal.Cast<float, int>(input).ToArray() : [],
            output.ToArray())
        {
            Labels = labels.ToArray(),
            Predictions = predictions,
            Probabilities = labels.Length == 1 ? Probabilities(output) : [],
            Target = target.ToArray(),
        });
    }

    private bool TakesNumbers => network.Description.Vocabulary == 0 && network.Description.Inputs.Length == 0;

    /// <summary>Counts the labels of a sample that are not ignored in the confusion matrix, and gives the predicted classes.</summary>
    private int[] Count(ReadOnlySpan<float> output, ReadOnlySpan<int> labels)
    {
        int[] predictions = new int[labels.Length];
        for (int place = 0; place < labels.Length; place++)
        {
            predictions[place] = choice!.Choose(output, place);
            if (choice.Ignores(labels[place]))
                continue;
            if (predictions[place] == ClassChoice.NoClass)
                confusion!.AddUnclassified(labels[place]);
            else
                confusion!.Add(labels[place], predictions[place]);
        }

        return predictions;
    }

    private float[] Probabilities(ReadOnlySpan<float> output)
    {
        float[] scores = new float[choice!.Scores];
        choice.CopyScores(output, 0, scores);
        return ClassProbabilities.Of(description, scores);
    }
}
