using NetGen.Runtime;

namespace NetGen;

/// <summary>How well a network predicts a data set.</summary>
/// <param name="Loss">The mean over the samples of the loss of their batches; NaN where the loss ignores all labels of a batch.</param>
/// <param name="Accuracy">The part of the labels that count predicted rightly, 0 to 1; NaN where the set has no class labels.</param>
/// <param name="Confusion">Which class was taken for which; null where the set has no class labels.</param>
/// <param name="Samples">The number of samples.</param>
public sealed record Evaluation(double Loss, double Accuracy, ConfusionMatrix? Confusion, int Samples)
{
    internal static Evaluation Of(Network network, IDataSet data, int batchSize, int threads)
    {
        if (network.Description.Loss is not LossDescription description)
            throw new NotSupportedException($"{network.Name} has no loss to judge by.");
        var batch = new DataBatch(network, data, batchSize);
        using var predictor = new Predictor(network, batchSize, threads);
        var loss = new LossRunner(network, batchSize, Workers.Single);
        ConfusionMatrix? confusion = batch.Form == LabelForm.Index ? new ConfusionMatrix(description.Classes) : null;
        var choice = new ClassChoice(network);
        var outputs = new float[batchSize * network.OutputSize];
        var indices = new int[batchSize];
        double lossSum = 0;
        for (int done = 0; done < data.Count; done += batch.Samples)
        {
            int count = Math.Min(batchSize, data.Count - done);
            for (int i = 0; i < count; i++)
                indices[i] = done + i;
            batch.Read(indices.AsSpan(0, count));
            Span<float> results = outputs.AsSpan(0, count * network.OutputSize);
            predictor.Predict(batch.Inputs, results);
            if (confusion is not null)
            {
                BatchCheck.RequireClasses(batch.Labels, description, nameof(data));
                choice.Count(results, batch.Labels, confusion);
                lossSum += (double)loss.Run(results, batch.Labels, count) * count;
            }
            else
            {
                ReadOnlySpan<float> targets = batch.Form == LabelForm.Values ? batch.Targets : batch.Inputs;
                lossSum += (double)loss.Run(results, targets, count) * count;
            }
        }

        return new Evaluation(lossSum / data.Count, confusion?.Accuracy ?? double.NaN, confusion, data.Count);
    }
}
