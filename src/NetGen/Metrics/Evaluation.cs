using System.Globalization;
using NetGen.Runtime;

namespace NetGen;

/// <summary>How well a network predicts a data set.</summary>
/// <param name="Loss">
/// The loss of all samples as one batch, which no smaller batches change: a mean is over the labels that are not ignored, or by what their
/// classes weigh. With <see cref="Reduction.Sum"/> the sum divided by the number of samples. NaN where no label counts. What layers add to
/// the loss (<see cref="ReparameterizeAttribute{Mean, LogVariance}"/>) is contained, divided alike.
/// </param>
/// <param name="Accuracy">
/// The part of the labels that are not ignored which was classified correctly, 0 to 1; NaN where the set has no class labels.
/// </param>
/// <param name="Confusion">The confusion matrix; null where the set has no class labels.</param>
/// <param name="Samples">The number of samples.</param>
public sealed record Evaluation(double Loss, double Accuracy, ConfusionMatrix? Confusion, int Samples)
{
    /// <summary>
    /// The number of labels that are not ignored whose output named no class, because one of its scores was NaN; they are not classified
    /// correctly.
    /// </summary>
    public long Unclassified => Confusion?.Unclassified ?? 0;

    /// <summary>In a line, such as "loss 0.0304, accuracy 99.00 % of 10,000 samples".</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (Confusion is null)
            return string.Create(culture, $"loss {Loss:F4} over {Samples:N0} samples");
        string text = string.Create(culture, $"loss {Loss:F4}, accuracy {Accuracy * 100:F2} % of {Samples:N0} samples");
        return Unclassified == 0 ? text : string.Create(culture, $"{text}; outputs of {Unclassified:N0} are NaN and name no class");
    }

    internal static Evaluation Of(Network network, IDataSet data, int batchSize, int threads)
    {
        if (network.Description.Loss is not LossDescription description)
            throw new NotSupportedException($"{network.Name} has no loss to evaluate.");
        int most = Array.MaxLength / Math.Max(Math.Max(network.InputSize, network.OutputSize), Math.Max(1, description.LabelsPerSample));
        batchSize = Math.Min(Math.Min(batchSize, most), Math.Max(1, data.Count));
        if (network.Description.LayerAcrossSamples is not null)
        {
            batchSize = Math.Max(1, data.Count);
            Workspace.RequireRoom(network.Description.Predict, batchSize, 0, nameof(data));
        }

        var batch = new DataBatch(network, data, batchSize);
        using var predictor = new Predictor(network, batchSize, threads);
        var loss = new LossRunner(network, batchSize, Workers.Single);
        ConfusionMatrix? confusion = batch.Form == LabelForm.Index ? new ConfusionMatrix(description.Classes) : null;
        var choice = new ClassChoice(network);
        var outputs = new float[Network.LengthOf(batchSize, network.OutputSize, nameof(data))];
        var indices = new int[batchSize];
        NetworkOutputs? all = null;
        bool takesMore = description.OfLogits || network.Description.Predict.AddedLoss >= 0;
        var lossOfAll = new LossOfBatches(network, loss);
        for (int done = 0; done < data.Count; done += batch.Samples)
        {
            int count = Math.Min(batchSize, data.Count - done);
            for (int i = 0; i < count; i++)
                indices[i] = done + i;
            batch.Read(indices.AsSpan(0, count));
            batch.Require(indices.AsSpan(0, count));
            ReadOnlySpan<float> results = outputs.AsSpan(0, count * network.OutputSize);
            ReadOnlySpan<float> judged = results;
            ReadOnlySpan<float> added = [];
            if (takesMore)
            {
                if (all?.Samples != count)
                    all = NetworkOutputs.ForLoss(network.Description, count);
                predictor.Run(batch.Inputs, all);
                results = all.Output;
                judged = description.OfLogits ? all.Judged : results;
                added = all.AddedLoss;
            }
            else
            {
                predictor.Run(batch.Inputs, outputs.AsSpan(0, count * network.OutputSize));
            }

            if (confusion is not null)
                choice.Count(results, batch.Labels, confusion);
            lossOfAll.Add(confusion is not null
                ? loss.Run(judged, batch.Labels, count, added)
                : loss.Run(judged, batch.Targets, count, added));
        }

        return new Evaluation(lossOfAll.Value, confusion?.Accuracy ?? double.NaN, confusion, data.Count);
    }
}
