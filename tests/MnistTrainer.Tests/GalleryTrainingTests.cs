using Gallery;
using Gallery.Networks;
using NetGen;

namespace MnistTrainer.Tests;

/// <summary>
/// Networks of the gallery learn: a second step on a batch has a smaller loss. Those with more than twenty million parameters, which take
/// long and gigabytes, do so where NETGEN_GALLERY is set; for TinyLlama, which would take tens of them, its description must do.
/// </summary>
public class GalleryTrainingTests
{
    private static readonly Dictionary<string, Func<(float First, float Second)>> Steps = new()
    {
        [nameof(ResNet18)] = () => OnImages(new ResNet18(Seed)),
        [nameof(MobileNetV2)] = () => OnImages(new MobileNetV2(Seed)),
        [nameof(SqueezeNet)] = () => OnImages(new SqueezeNet(Seed)),
        [nameof(GoogLeNet)] = () => OnImages(new GoogLeNet(Seed)),
        [nameof(DenseNet121)] = () => OnImages(new DenseNet121(Seed)),
        [nameof(MlpMixer)] = () => OnImages(new MlpMixer(Seed)),
        [nameof(UNet)] = () => OnNumbers(new UNet(Seed), inputs: 3 * 128 * 128, targets: 128 * 128),
        [nameof(UNetWithSkips)] = () => OnNumbers(new UNetWithSkips(Seed), inputs: 3 * 128 * 128, targets: 128 * 128),
        [nameof(Espcn)] = () => OnNumbers(new Espcn(Seed), inputs: 17 * 17, targets: 51 * 51),
        [nameof(DcganDiscriminator)] = () => OnNumbers(new DcganDiscriminator(Seed), inputs: 3 * 64 * 64, targets: 1),
        [nameof(DcganGenerator)] = OfGenerator,
        [nameof(Vae)] = OfAutoEncoder,
        [nameof(DigitVae)] = OfDigits,
        [nameof(DigitGenerator)] = OfDigitGenerator,
        [nameof(Stories260K)] = () => OnTokens(new Stories260K(Seed), steps: 512, vocabulary: 512, labels: 512, classes: 512),
        [nameof(Stories15M)] = () => OnTokens(new Stories15M(Seed), steps: 256, vocabulary: 32000, labels: 256, classes: 32000),
        [nameof(TextCnn)] = () => OnTokens(new TextCnn(Seed), steps: 56, vocabulary: 18766, labels: 1, classes: 2),
        [nameof(TextLstm)] = () => OfReviews(new TextLstm(Seed)),
        [nameof(TextGru)] = () => OnTokens(new TextGru(Seed), steps: 80, vocabulary: 1000, labels: 1, classes: 10),
        [nameof(Translator)] = OfTranslator,
    };

    private static readonly Dictionary<string, Func<(float First, float Second)>> LargeSteps = new()
    {
        [nameof(ResNet50)] = () => OnImages(new ResNet50(Seed)),
        [nameof(ConvNeXt)] = () => OnImages(new ConvNeXt(Seed)),
        [nameof(AlexNet)] = () => OnImages(new AlexNet(Seed)),
        [nameof(Vgg11)] = () => OnImages(new Vgg11(Seed)),
        [nameof(Vgg16)] = () => OnImages(new Vgg16(Seed)),
        [nameof(VisionTransformer)] = () => OnImages(new VisionTransformer(Seed)),
        [nameof(Gpt2)] = () => OnTokens(new Gpt2(Seed), steps: 1024, vocabulary: 50257, labels: 1024, classes: 50257),
    };

    private const int Seed = 1, Samples = 2;

    public static TheoryData<string> Names => [.. Steps.Keys];

    public static TheoryData<string> LargeNames => [.. LargeSteps.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_second_step_on_a_batch_has_a_smaller_loss(string network) => AssertLearns(network, Steps[network]);

    [Theory, MemberData(nameof(LargeNames))]
    public void A_second_step_of_a_large_network_has_a_smaller_loss(string network)
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NETGEN_GALLERY")),
            "takes long, or gigabytes: set NETGEN_GALLERY to run it");
        AssertLearns(network, LargeSteps[network]);
    }

    /// <summary>Each network below twenty million parameters is trained by default, and TinyLlama alone never.</summary>
    [Fact]
    public void Each_network_is_among_those_that_train()
    {
        string[] small = [.. Exhibit.All.Where(exhibit => exhibit.Parameters < 20_000_000).Select(exhibit => exhibit.Name)];
        Assert.Equal(small.Order(), Steps.Keys.Select(name => name.ToLowerInvariant()).Order());
        Assert.Equal(
            Exhibit.All.Select(exhibit => exhibit.Name).Except(small).Except(["tinyllama"]).Order(),
            LargeSteps.Keys.Select(name => name.ToLowerInvariant()).Order());
    }

    private static void AssertLearns(string network, Func<(float First, float Second)> steps)
    {
        (float first, float second) = steps();
        Assert.True(float.IsFinite(first) && second < first, $"{network}: a loss of {first}, then {second}");
    }

    private static (float First, float Second) OnImages(Network network)
    {
        using Trainer trainer = network.CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        float[] images = Numbers(Samples * 3 * 224 * 224);
        int[] labels = Whole(Samples, 1000);
        return (trainer.Step(images, labels), trainer.Step(images, labels));
    }

    private static (float First, float Second) OnNumbers(Network network, int inputs, int targets)
    {
        using Trainer trainer = network.CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        float[] input = Numbers(Samples * inputs), target = [.. Whole(Samples * targets, 2).Select(number => (float)number)];
        return (trainer.Step(input, target), trainer.Step(input, target));
    }

    private static (float First, float Second) OnTokens(Network network, int steps, int vocabulary, int labels, int classes)
    {
        using Trainer trainer = network.CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        int[] tokens = Whole(Samples * steps, vocabulary), label = Whole(Samples * labels, classes);
        return (trainer.Step(tokens, label), trainer.Step(tokens, label));
    }

    private static (float First, float Second) OfReviews(TextLstm network)
    {
        using Trainer trainer = network.CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        int[] tokens = Whole(Samples * 200, 20000);
        float[] friendly = [1, 0];
        return (trainer.Step(tokens, friendly), trainer.Step(tokens, friendly));
    }

    private static (float First, float Second) OfTranslator()
    {
        using var trainer = new Translator(Seed).CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        int[] source = Whole(Samples * 20, 5000), target = Whole(Samples * 20, 5000), next = Whole(Samples * 20, 5000);
        return (trainer.Step(source, target, next), trainer.Step(source, target, next));
    }

    private static (float First, float Second) OfAutoEncoder()
    {
        using Trainer trainer = new Vae(Seed).CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        float[] images = [.. Whole(Samples * 784, 2).Select(pixel => (float)pixel)];
        return OfDraws(() => trainer.Step(images));
    }

    private static (float First, float Second) OfDigits()
    {
        using var trainer = new DigitVae(Seed).CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        float[] images = [.. Whole(Samples * 784, 2).Select(pixel => (float)pixel)], digits = new float[Samples * 10];
        (digits[3], digits[10 + 7]) = (1, 1);
        return OfDraws(() => trainer.Step(images, digits));
    }

    /// <summary>Each step draws other numbers, so that one is too few to tell.</summary>
    private static (float First, float Last) OfDraws(Func<float> step)
    {
        float first = step(), last = first;
        for (int further = 0; further < 12; further++)
            last = step();
        return (first, last);
    }

    /// <summary>It has no loss of its own: the image is to become black.</summary>
    private static (float First, float Second) OfDigitGenerator()
    {
        using Trainer trainer = new DigitGenerator(Seed).CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        float[] input = Numbers(Samples * 18), images = new float[Samples * 784], gradient = new float[images.Length];
        return (Step(), Step());

        float Step()
        {
            trainer.Forward(input, images);
            float loss = Loss.MSE(images, new float[images.Length], gradient);
            trainer.Backward(gradient);
            trainer.Update();
            return loss;
        }
    }

    /// <summary>The loss of being taken for generated, whose gradient goes back through the discriminator.</summary>
    private static (float First, float Second) OfGenerator()
    {
        using Trainer generating = new DcganGenerator(Seed).CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        using Trainer discriminating = new DcganDiscriminator(Seed).CreateTrainer(Optimizer(), Samples, threads: 2, Seed);
        float[] noise = Numbers(Samples * 100), images = new float[Samples * 3 * 64 * 64], gradient = new float[images.Length];
        float[] logits = new float[Samples], logitGradient = new float[Samples];
        return (Step(), Step());

        float Step()
        {
            generating.Forward(noise, images);
            discriminating.Forward(images, logits);
            float loss = Loss.BCEWithLogits(logits, [1, 1], logitGradient);
            discriminating.Backward(logitGradient, gradient);
            generating.Backward(gradient);
            generating.Update();
            return loss;
        }
    }

    private static Adam Optimizer() => new(1e-3);

    /// <summary>Numbers from -1 to 1.</summary>
    private static float[] Numbers(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    /// <summary>Whole numbers from 0 to below an end.</summary>
    private static int[] Whole(int count, int end)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(end))];
    }
}
