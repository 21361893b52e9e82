using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>
/// What [Budget] allows, each null where it is not stated, with the places of the numbers. Parameters and multiply-adds are
/// known from the shapes; bytes only when memory is planned.
/// </summary>
internal sealed class Budget
{
    private const int NamedLayers = 3;

    private readonly LayerReport places;
    private readonly long? parameters;
    private readonly long? multiplyAdds;
    private readonly long? trainingBytes;
    private readonly long? inferenceBytes;

    private Budget(AttributeValues values)
    {
        places = values.Report;
        parameters = values.Count("Parameters");
        multiplyAdds = values.Count("MultiplyAdds");
        trainingBytes = values.Count("TrainingBytes");
        inferenceBytes = values.Count("InferenceBytes");
    }

    /// <summary>The network's budget, or null where it states none; what is wrong with it is reported.</summary>
    public static Budget? Of(NetworkSpec spec, Report report) =>
        spec.Elements.FirstOrDefault(element => element.Kind == ElementSpec.BudgetKind) is { } element
            ? new Budget(new AttributeValues(element, _ => null, new LayerReport(report, element, ElementSpec.BudgetKind, "")))
            : null;

    /// <summary>Whether memory must be planned to know that the budget is kept.</summary>
    public bool CountsBytes => trainingBytes is not null || inferenceBytes is not null;

    /// <summary>Reports parameters and multiply-adds above the budget.</summary>
    public void Check(ShapedNetwork network)
    {
        Check(network, "Parameters", parameters, network.ParameterCount, "parameters", layer => layer.ParameterCount);
        Check(network, "MultiplyAdds", multiplyAdds, network.MultiplyAdds, "multiply-adds a sample", layer => layer.MultiplyAdds);
    }

    /// <summary>Reports bytes of activations above the budget.</summary>
    /// <param name="network">The network.</param>
    /// <param name="training">Those of a training step.</param>
    /// <param name="prediction">Those of a prediction.</param>
    public void CheckBytes(ShapedNetwork network, ActivationBytes training, ActivationBytes prediction)
    {
        CheckBytes(network, "TrainingBytes", trainingBytes, training, "bytes of activations a sample in training");
        CheckBytes(network, "InferenceBytes", inferenceBytes, prediction, "bytes of activations a sample in prediction");
    }

    private void CheckBytes(ShapedNetwork network, string name, long? allowed, ActivationBytes bytes, string what) =>
        Check(network, name, allowed, bytes.Total, what, layer => bytes.OfLayers.TryGetValue(layer.Name, out long stored) ? stored : 0);

    private void Check(ShapedNetwork network, string name, long? allowed, long counted, string what, Func<ShapedLayer, long> cost)
    {
        if (allowed is not { } most || counted <= most)
            return;
        string[] dearest = [.. network.Layers.Where(layer => cost(layer) > 0).OrderByDescending(cost).Take(NamedLayers)
            .Select(layer => $"{layer.Name} ({cost(layer)})")];
        places.Add(Rules.Budget, places.Site(name), [SuggestedFix.Size(counted)], network.Class.Name, counted, what, most,
            string.Join(", ", dearest));
    }
}
