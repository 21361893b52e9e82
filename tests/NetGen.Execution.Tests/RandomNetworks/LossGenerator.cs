namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Ends a chain with a loss and the layer that the loss asks for.</summary>
internal sealed class LossGenerator(Choices random, LayerGenerator layers)
{
    public (Chain Chain, RandomLabels Labels) End(SampleShape input, Chain chain)
    {
        SampleShape output = chain.Output;
        if (chain.Attributes.Count == 0)
            chain = chain.Then("Tanh", output);
        string reduction = random.Of("", "", "", "Reduction = Reduction.Sum");
        switch (random.Below(18))
        {
            case 0 when output.Width > 1:
                return (chain.Then(Loss("CrossEntropy", reduction, random.Of("", "LabelSmoothing = 0.1")), output), RandomLabels.Indices);
            case 1 when output.Width > 1:
                return (
                    chain.Then(Loss(
                        "CrossEntropy", reduction, random.Of("", "LabelSmoothing = 0.1"), "IgnoreIndex = 0",
                        Weights("Weight", output.Width)), output),
                    RandomLabels.IndicesWithoutFirst);
            case 2 when output.Width > 1:
                return (
                    chain.Then(Loss("CrossEntropy", reduction, random.Of("", "LabelSmoothing = 0.2")), output), RandomLabels.Probabilities);
            case 3 when output.Width > 1:
                return (
                    chain.Then("LogSoftmax", output)
                        .Then(Loss("NLL", reduction, "IgnoreIndex = 0", Weights("Weight", output.Width)), output),
                    RandomLabels.IndicesWithoutFirst);
            case 4:
                return (chain.Then("Sigmoid", output).Then(Loss("BCE", reduction), output), RandomLabels.UnitNumbers);
            case 5:
                return (
                    chain.Then(
                        Loss("BCEWithLogits", reduction, output.Width % 2 == 0 ? Weights("PosWeight", output.Width) : Weights("Weight", 1)),
                        output),
                    RandomLabels.UnitNumbers);
            case 6:
                bool isLogarithm = random.OneIn(3);
                return (
                    chain.Then("LogSoftmax", output).Then(
                        Loss("KLDiv", random.Of(reduction, "Reduction = Reduction.BatchMean"), isLogarithm ? "LogTarget = true" : ""),
                        output),
                    isLogarithm ? RandomLabels.Numbers : RandomLabels.Probabilities);
            case 7:
                return (chain.Then(Loss(random.Of("L1", "MSE"), reduction), output), RandomLabels.Numbers);
            case 8:
                return (chain.Then(Loss("SmoothL1", reduction, random.Of("", "Beta = 0.6")), output), RandomLabels.Numbers);
            case 9:
                return (chain.Then(Loss("Huber", reduction, random.Of("", "Delta = 0.7")), output), RandomLabels.Numbers);
            case 10 when output.Kind == input.Kind && input.Kind is SampleKind.Vector or SampleKind.Image:
                Chain back = layers.Towards(output, input);
                return (
                    new Chain([.. chain.Attributes, .. back.Attributes, Loss("MSE", reduction, "Target = Target.Input")], input),
                    RandomLabels.Input);
            case 11:
                string full = random.Of("", "Full = true");
                return (
                    random.OneIn(2)
                        ? chain.Then(Loss("PoissonNLL", reduction, full), output)
                        : chain.Then("Softplus", output).Then(
                            Loss("PoissonNLL", reduction, full, "LogInput = false", random.Of("", "Eps = 0.1")), output),
                    RandomLabels.Numbers);
            case 12:
                return (chain.Then(Loss("SoftMargin", reduction), output), RandomLabels.Signs);
            case 13 when output.Width > 1:
                return (
                    chain.Then(
                        Loss(
                            "MultiMargin", reduction, random.Of("", "P = 2"), random.Of("", "Margin = 0.6"),
                            random.OneIn(2) ? Weights("Weight", output.Width) : ""),
                        output),
                    RandomLabels.Indices);
            case 14 when output.Kind == SampleKind.Vector:
                return (chain.Then(Loss("MultiLabelMargin", reduction), output), RandomLabels.ClassLists);
            case 15:
                return (
                    chain.Then(
                        Loss("MultiLabelSoftMargin", reduction, random.Of("", Weights("Weight", output.Width), Weights("Weight", 1))),
                        output),
                    RandomLabels.UnitNumbers);
            case 16:
                return (chain.Then(Loss("HingeEmbedding", reduction, random.Of("", "Margin = 0.4")), output), RandomLabels.Signs);
            default:
                return (chain, RandomLabels.None);
        }
    }

    private static string Weights(string option, int count) =>
        $"{option} = new[] "
        + $"{{ {string.Join(", ", Enumerable.Range(0, count).Select(i => i % 3 == 0 ? "0.5" : i % 3 == 1 ? "2.0" : "1.25"))} }}";

    private static string Loss(string kind, params string[] options)
    {
        string arguments = string.Join(", ", options.Where(option => option.Length > 0));
        return arguments.Length == 0 ? kind : $"{kind}({arguments})";
    }
}
