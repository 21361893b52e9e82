namespace NetGen.Execution.Tests.Language;

/// <summary>
/// Sizes that are known only when a program runs: what generated networks say of an array that does not fit. Each message names the
/// layer or the network, the argument, what was expected, and what came.
/// </summary>
public class RunTimeGuardTests
{
    [Theory]
    [InlineData(
        "Judge", 24,
        "'conv2d1' of Judge takes samples of 25 floats, [1, 5, 5] each; expected a positive multiple of that, "
        + "got 24 floats. (Parameter 'input')")]
    [InlineData(
        "Painter", 7,
        "'linear1' of Painter takes samples of 6 floats, [6] each; expected a positive multiple of that, "
        + "got 7 floats. (Parameter 'input')")]
    [InlineData(
        "TiedMlp", 0,
        "'encoder' of TiedMlp takes samples of 256 floats, [256] each; expected a positive multiple of that, "
        + "got 0 floats. (Parameter 'input')")]
    public void Prediction_says_what_it_takes(string name, int floats, string message) =>
        Assert.Equal(message, Said(() => LanguageNetworks.Create(name).Predict(new float[floats])));

    /// <summary>The layers are named in the order of the network, and not in one that their names have.</summary>
    [Theory]
    [InlineData(
        "Painter", 12, "2 samples give 50 floats, [1, 5, 5] each from 'reshape1' of Painter; there is room for 49. (Parameter 'output')")]
    [InlineData(
        "TiedAutoencoder", 72,
        "2 samples give 72 floats, [1, 6, 6] each from 'convtranspose2d1' of TiedAutoencoder; there is room for 49. (Parameter 'output')")]
    [InlineData("Encoder", 20, "1 samples give 6 floats, [6] each from the output of Encoder; there is room for 49. (Parameter 'output')")]
    public void Room_for_outputs_is_measured(string name, int floats, string message) =>
        Assert.Equal(message, Said(() => LanguageNetworks.Create(name).Predict(new float[floats], new float[49])));

    [Fact]
    public void A_trainer_says_what_it_takes()
    {
        using Trainer judging = TrainerOf("Judge"), classifying = TrainerOf("Classifier");
        string[] said =
        [
            Said(() => judging.Step(new float[26], new float[1])),
            Said(() => judging.Step(new float[50], new float[1])),
            Said(() => judging.Step(new float[125], new float[5])),
            Said(() => classifying.Step(new float[40], new int[3])),
            Said(() => classifying.Step(new float[20], [3])),
        ];
        Assert.Equal(
            [
                "'conv2d1' of Judge takes samples of 25 floats, [1, 5, 5] each; expected a positive multiple of that, "
                + "got 26 floats. (Parameter 'inputs')",
                "2 samples have targets of 2 floats, [1] each as 'linear1' of Judge gives; got 1. (Parameter 'targets')",
                "The trainer of Judge was made for at most 4 samples at once; got 5. (Parameter 'inputs')",
                "2 samples have 2 labels for CrossEntropy after 'linear2' of Classifier; got 3. (Parameter 'labels')",
                "Label 0 is 3; expected 0 to 2, or -100, which is ignored. (Parameter 'labels')",
            ],
            said);
    }

    [Fact]
    public void A_network_that_is_chained_by_hand_says_what_it_takes()
    {
        using Trainer painting = TrainerOf("Painter");
        string[] said =
        [
            Said(() => painting.Step(new float[6], new int[1])),
            Said(() => painting.Backward(new float[25])),
            Said(() => painting.Forward(new float[6], new float[24])),
            Said(() =>
            {
                painting.Forward(new float[6], new float[25]);
                painting.Backward(new float[24]);
            }),
            Said(() => painting.Backward(new float[25], new float[5])),
        ];
        Assert.Equal(
            """
            Painter has no loss that takes class indices.
            There is no forward pass of Painter to go back through; expected Forward before each Backward.
            1 samples give 25 floats, [1, 5, 5] each from 'reshape1' of Painter; there is room for 24. (Parameter 'outputs')
            The forward pass of Painter had 1 samples, whose outputs are 25 floats; got 24. (Parameter 'outputGradient')
            The forward pass of Painter had 1 samples, whose inputs are 6 floats; there is room for 5. (Parameter 'inputGradient')
            """,
            string.Join("\n", said));
    }

    /// <summary>
    /// The first layer that normalises over single numbers is named; one that does so over the pixels of an image can train on one sample.
    /// </summary>
    [Fact]
    public void A_network_that_normalises_over_the_batch_takes_two_samples()
    {
        using Trainer trainer = TrainerOf("Normalised"), ofImages = TrainerOf("NormalisedImages");
        Assert.Equal(
            "'batchnorm1' of Normalised normalises over the batch: training takes at least 2 samples at once, got 1. (Parameter 'inputs')",
            Said(() => trainer.Step(new float[20], [0])));
        Assert.Equal("nothing", Said(() => trainer.Step(new float[40], [0, 2])));
        Assert.Equal("nothing", Said(() => ofImages.Step(new float[48], [0])));
    }

    private static Trainer TrainerOf(string name) => LanguageNetworks.Create(name).CreateTrainer(new SGD(0.1), batchSize: 4, threads: 1);

    private static string Said(Action action) => Record.Exception(action)?.Message ?? "nothing";
}
