using NetGen;

namespace DigitPad.Models;

/// <summary>A network that the page offers.</summary>
/// <param name="Key">Its name in file names and in the page's elements.</param>
/// <param name="Title">Its name for the user.</param>
/// <param name="Description">What it consists of, in one sentence.</param>
/// <param name="Create">A network with the weights that a seed gives.</param>
internal sealed record ModelEntry(string Key, string Title, string Description, Func<int, Network> Create)
{
    /// <summary>The address of its trained weights, beside the page.</summary>
    public string WeightsPath => $"weights/{Key}.safetensors";
}
