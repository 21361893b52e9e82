using System.CommandLine;
using MnistTrainer.Data;
using MnistTrainer.Models;

namespace MnistTrainer.CommandLine;

/// <summary>The options that several commands have, each with its checks.</summary>
internal static class SharedOptions
{
    private const int MaximalThreads = 256;

    public static Option<string?> Model(string description)
    {
        var option = new Option<string?>("--model") { Description = description, HelpName = string.Join('|', ModelCatalog.Names) };
        option.RequireOneOf(ModelCatalog.Names);
        return option;
    }

    public static Option<string> DataSet()
    {
        var option = new Option<string>("--dataset")
        {
            Description = "The images. MNIST alone is downloaded; for the others state --data.",
            HelpName = string.Join('|', DataSetCatalog.Names),
            DefaultValueFactory = _ => DataSetCatalog.Default,
        };
        option.RequireOneOf(DataSetCatalog.Names);
        return option;
    }

    /// <summary>The images of weights that say what they were trained on.</summary>
    public static Option<string?> OtherDataSet()
    {
        var option = new Option<string?>("--dataset")
        {
            Description = $"The images. Default: those that the weights were trained on, else {DataSetCatalog.Default}.",
            HelpName = string.Join('|', DataSetCatalog.Names),
        };
        option.RequireOneOf(DataSetCatalog.Names);
        return option;
    }

    public static Option<string?> Data()
    {
        var option = new Option<string?>("--data")
        {
            Description = "A folder with the four files of the set, gzipped or not. "
                + "Default for MNIST: the user's cache, else a download, else drawn digits.",
            HelpName = "DIR",
        };
        option.RequireFolder();
        return option;
    }

    public static Option<string?> Load(string description)
    {
        var option = new Option<string?>("--load") { Description = description, HelpName = "FILE" };
        option.RequireFile();
        return option;
    }

    public static Option<int> Threads()
    {
        var option = new Option<int>("--threads")
        {
            Description = "Threads; the result does not depend on their number.",
            HelpName = "N",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MaximalThreads),
        };
        option.RequireRange(1, MaximalThreads);
        return option;
    }
}
