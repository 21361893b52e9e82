using System.Globalization;
using System.Text.RegularExpressions;
using Gallery;
using Gallery.Networks;
using NetGen;
using NetGen.Execution.Tests;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

/// <summary>
/// The networks of the gallery are the published ones: as many parameters, the same shapes, and torchvision's names where they have them.
/// Nearly all of it is known without making a network, so that the largest are among them.
/// </summary>
public sealed partial class GalleryTests : IDisposable
{
    private const int ReadmeHeaderRows = 2;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("alexnet", 61_100_840)]             // torchvision
    [InlineData("vgg11", 132_863_336)]              // torchvision
    [InlineData("vgg16", 138_357_544)]              // torchvision
    [InlineData("resnet18", 11_689_512)]            // torchvision
    [InlineData("resnet50", 25_557_032)]            // torchvision
    [InlineData("mobilenetv2", 3_504_872)]          // torchvision
    [InlineData("squeezenet", 1_235_496)]           // torchvision, 1.1
    [InlineData("googlenet", 6_624_904)]            // torchvision, whose auxiliary classifiers its pretrained model lacks
    [InlineData("densenet121", 7_978_856)]          // torchvision
    [InlineData("convnext", 28_589_128)]            // torchvision, tiny
    [InlineData("visiontransformer", 86_567_656)]   // torchvision, vit_b_16
    [InlineData("mlpmixer", 18_528_264)]            // timm, mixer_s16_224
    [InlineData("unet", 7_763_041)]                 // PyTorch Hub, mateuszbuda/brain-segmentation-pytorch
    [InlineData("unetwithskips", 7_763_041)]        // the same
    [InlineData("dcgangenerator", 3_576_704)]       // PyTorch's tutorial
    [InlineData("dcgandiscriminator", 2_765_568)]   // PyTorch's tutorial
    [InlineData("vae", 652_824)]                    // PyTorch's examples
    [InlineData("gpt2", 124_439_808)]               // Hugging Face's transformers; the last layer's weight is the embedding's
    [InlineData("stories260k", 260_032)]            // llama2.c
    [InlineData("stories15m", 15_191_712)]          // llama2.c
    [InlineData("tinyllama", 1_100_048_384)]        // TinyLlama-1.1B
    [InlineData("textlstm", 2_757_761)]             // Keras' example
    [InlineData("textgru", 361_866)]                // Keras' guide
    public void A_network_has_the_published_number_of_parameters(string name, long parameters) =>
        Assert.Equal(parameters, Named(name).Parameters);

    /// <summary>Where nobody states a number, the sum over the layers.</summary>
    [Fact]
    public void A_network_without_a_published_number_has_the_parameters_of_its_layers()
    {
        const int Words = 5000, Width = 256, Gru = 3 * ((2 * Width * Width) + (2 * Width)), Attention = 4 * ((Width * Width) + Width);
        Assert.Equal((18_766 * 300) + (100 * (((3 + 4 + 5) * 300) + 3)) + ((300 * 2) + 2), Named("textcnn").Parameters);
        Assert.Equal(((25 * 64) + 64) + ((9 * 64 * 32) + 32) + ((9 * 32 * 9) + 9), Named("espcn").Parameters);
        const int Decoder = (19 * 1568) + ((32 * 16 * 16) + 16) + ((16 * 16) + 1);
        Assert.Equal(Decoder, Named("digitgenerator").Parameters);
        Assert.Equal(
            ((16 * 16) + 16) + ((16 * 32 * 16) + 32) + ((1568 + 10 + 1) * 128) + (2 * 129 * 8) + Decoder, Named("digitvae").Parameters);
        Assert.Equal(
            (2 * Words * Width) + (2 * Gru) + Attention + (2 * Width * Width) + ((Width + 1) * Words), Named("translator").Parameters);
    }

    /// <summary>torchvision's pages call multiply-adds GFLOPS, and round them to hundredths of a billion.</summary>
    [Theory]
    [InlineData("alexnet", 0.71)]
    [InlineData("vgg11", 7.61)]
    [InlineData("vgg16", 15.47)]
    [InlineData("resnet18", 1.81)]
    [InlineData("resnet50", 4.09)]
    [InlineData("mobilenetv2", 0.30)]
    [InlineData("squeezenet", 0.35)]
    [InlineData("googlenet", 1.50)]
    [InlineData("densenet121", 2.83)]
    [InlineData("convnext", 4.46)]
    [InlineData("visiontransformer", 17.56)]
    public void A_network_of_torchvision_does_as_much_work(string name, double billions) =>
        Assert.Equal(billions, Named(name).MultiplyAdds / 1e9, 0.005);

    [Theory]
    [InlineData("alexnet", "3, 224, 224", "1000")]
    [InlineData("vgg11", "3, 224, 224", "1000")]
    [InlineData("vgg16", "3, 224, 224", "1000")]
    [InlineData("resnet18", "3, 224, 224", "1000")]
    [InlineData("resnet50", "3, 224, 224", "1000")]
    [InlineData("mobilenetv2", "3, 224, 224", "1000")]
    [InlineData("squeezenet", "3, 224, 224", "1000")]
    [InlineData("googlenet", "3, 224, 224", "1000")]
    [InlineData("densenet121", "3, 224, 224", "1000")]
    [InlineData("convnext", "3, 224, 224", "1000")]
    [InlineData("visiontransformer", "3, 224, 224", "1000")]
    [InlineData("mlpmixer", "3, 224, 224", "1000")]
    [InlineData("unet", "3, 128, 128", "1, 128, 128")]
    [InlineData("unetwithskips", "3, 128, 128", "1, 128, 128")]
    [InlineData("espcn", "1, 17, 17", "1, 51, 51")]
    [InlineData("dcgangenerator", "100", "3, 64, 64")]
    [InlineData("dcgandiscriminator", "3, 64, 64", "1")]
    [InlineData("vae", "784", "784")]
    [InlineData("digitvae", "1, 28, 28", "1, 28, 28")]
    [InlineData("digitgenerator", "18", "1, 28, 28")]
    [InlineData("gpt2", "1024", "1024, 50257")]
    [InlineData("stories260k", "512", "512, 512")]
    [InlineData("stories15m", "256", "256, 32000")]
    [InlineData("tinyllama", "2048", "2048, 32000")]
    [InlineData("textcnn", "56", "2")]
    [InlineData("textlstm", "200", "1")]
    [InlineData("textgru", "80", "10")]
    [InlineData("translator", "20", "20, 5000")]
    public void A_network_has_its_shapes(string name, string input, string output)
    {
        string[] shapes = Shapes(Named(name));
        Assert.Equal((input, output), (shapes[0], shapes[^1]));
    }

    /// <summary>Inside too: what each stage leaves, by the papers' tables.</summary>
    [Theory]
    [InlineData("alexnet", "256, 6, 6")]
    [InlineData("resnet50", "256, 56, 56; 512, 28, 28; 1024, 14, 14; 2048, 7, 7")]
    [InlineData("mobilenetv2", "16, 112, 112; 24, 56, 56; 32, 28, 28; 64, 14, 14; 96, 14, 14; 160, 7, 7; 320, 7, 7; 1280, 7, 7")]
    [InlineData("squeezenet", "128, 55, 55; 256, 27, 27; 384, 13, 13; 512, 13, 13; 1000, 13, 13")]
    [InlineData("googlenet", "192, 28, 28; 256, 28, 28; 480, 28, 28; 512, 14, 14; 832, 14, 14; 1024, 7, 7")]
    [InlineData("densenet121", "256, 56, 56; 512, 28, 28; 1024, 14, 14; 1024, 7, 7")]
    [InlineData("convnext", "96, 56, 56; 192, 28, 28; 384, 14, 14; 768, 7, 7")]
    [InlineData("visiontransformer", "768, 14, 14; 196, 768; 197, 768; 768")]
    [InlineData("mlpmixer", "512, 14, 14; 196, 512; 512, 196; 196, 512; 512")]
    [InlineData("unet", "32, 128, 128; 64, 64, 64; 128, 32, 32; 256, 16, 16; 512, 8, 8; 256, 16, 16; 128, 32, 32; 64, 64, 64; 1, 128, 128")]
    public void The_stages_of_a_network_have_the_papers_shapes(string name, string stages)
    {
        string[] shapes = Shapes(Named(name));
        int at = 0;
        foreach (string stage in stages.Split("; "))
        {
            at = Array.IndexOf(shapes, stage, at) + 1;
            Assert.True(at > 0, $"{name} has no [{stage}] where {stages} has it: {string.Join("; ", shapes)}");
        }
    }

    /// <summary>What is stated once more in the list of the program is the classes' own.</summary>
    [Fact]
    public void The_list_has_each_network_of_the_gallery()
    {
        Type[] networks = [.. typeof(Exhibit).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Network)))];
        Assert.Equal(
            networks.Select(type => (type.Name.ToLowerInvariant(), Constant(type, "TotalParameters"), Constant(type, "Summary"))).Order(),
            Exhibit.All.Select(exhibit => (exhibit.Name, (object?)exhibit.Parameters, (object?)exhibit.Summary)).Order());
        Assert.All(networks, type => Assert.Equal(Constant(type, "TotalMultiplyAdds"), Named(type.Name).MultiplyAdds));
    }

    /// <summary>The README's table has each network, in the list's order, with its input and its number of parameters.</summary>
    [Fact]
    public void The_readme_has_each_network()
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(RepositoryFolder.Location, "samples/Gallery/README.md"))
            .Where(line => line.StartsWith('|')).Skip(ReadmeHeaderRows)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
        Assert.Equal(
            Exhibit.All.Select(exhibit => (exhibit.Name, Parameters: exhibit.Parameters.ToString("N0", CultureInfo.InvariantCulture))),
            rows.Select(row => (row[1].Trim('`').ToLowerInvariant(), row[3])));
        Assert.All(rows, row => Assert.Equal(
            Regex.Match(row[2].Replace(",", "", StringComparison.Ordinal), @"^[\d×]+").Value.Replace("×", ", ", StringComparison.Ordinal),
            Shapes(Named(row[1].Trim('`')))[0]));
    }

    /// <summary>Its weights then load from the file that torchvision's state dictionary makes.</summary>
    [Theory]
    [InlineData(nameof(ResNet18), new[] { 2, 2, 2, 2 }, 2, false)]
    [InlineData(nameof(ResNet50), new[] { 3, 4, 6, 3 }, 3, true)]
    public void A_ResNet_has_torchvisions_names(string name, int[] blocks, int convolutions, bool projectsFirst)
    {
        var names = new List<string> { "conv1", "bn1" };
        for (int stage = 1; stage <= blocks.Length; stage++)
        {
            for (int block = 0; block < blocks[stage - 1]; block++)
            {
                for (int convolution = 1; convolution <= convolutions; convolution++)
                    names.AddRange([$"layer{stage}.{block}.conv{convolution}", $"layer{stage}.{block}.bn{convolution}"]);
                if (block == 0 && (stage > 1 || projectsFirst))
                    names.AddRange([$"layer{stage}.{block}.downsample.0", $"layer{stage}.{block}.downsample.1"]);
            }
        }

        names.Add("fc");
        Network network = name == nameof(ResNet18) ? new ResNet18() : new ResNet50();
        Assert.Equal(names, network.Parameters.Select(tensor => tensor.Name[..tensor.Name.LastIndexOf('.')]).Distinct());
    }

    [Fact]
    public async Task The_program_lists_the_networks_and_shows_one()
    {
        TrainerProcess.Result list = await TrainerProcess.ShowAsync(folder.Path);
        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Equal(Exhibit.All.Select(exhibit => exhibit.Name), Lines(list.Output).Select(line => line.Split(' ')[0]));
        Assert.Matches(@"^resnet50 +25,557,032 parameters +4,089,184,256 multiply-adds$", Lines(list.Output)[4]);
        TrainerProcess.Result one = await TrainerProcess.ShowAsync(folder.Path, "ResNet50");
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.Equal(Lines(ResNet50.Summary), Lines(one.Output));
    }

    [Theory]
    [InlineData("resnet5")]
    [InlineData("resnet50", "resnet18")]
    public async Task Other_arguments_are_answered_with_what_it_takes(params string[] arguments)
    {
        TrainerProcess.Result result = await TrainerProcess.ShowAsync(folder.Path, arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("Gallery [NAME]", result.Error);
        Assert.Contains("resnet18, resnet50", result.Error);
    }

    private static Exhibit Named(string name) =>
        Exhibit.All.Single(exhibit => exhibit.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static object? Constant(Type network, string name) => network.GetField(name)!.GetRawConstantValue();

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The shapes of inputs and layers, without the batch.</summary>
    private static string[] Shapes(Exhibit exhibit) =>
        [.. BatchedShape().Matches(exhibit.Summary).Select(shape => shape.Groups["sizes"].Value)];

    [GeneratedRegex(@"\[batch, (?<sizes>[\d, ]+)\]")]
    private static partial Regex BatchedShape();
}
