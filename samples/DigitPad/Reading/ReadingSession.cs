using System.Diagnostics;
using DigitPad.Drawing;
using DigitPad.Models;
using NetGen;

namespace DigitPad.Reading;

/// <summary>The pad and the network that reads it.</summary>
/// <param name="http">Fetches the trained weights that lie beside the page.</param>
internal sealed class ReadingSession(HttpClient http)
{
    private const int Classes = 10;

    private readonly float[] sample = new float[Mnist.PixelsPerImage];
    private readonly Dictionary<string, Network> networks = [];
    private Network? network;

    /// <summary>Raised behind each prediction, and when another network reads.</summary>
    public event Action? Changed;

    /// <summary>The pad.</summary>
    public DrawingBoard Board { get; } = new();

    /// <summary>Which network reads.</summary>
    public ModelEntry Model { get; private set; } = ModelCatalog.All[0];

    /// <summary>The network that reads.</summary>
    /// <exception cref="InvalidOperationException">None was selected yet.</exception>
    public Network Network => network ?? throw new InvalidOperationException("No network was selected; expected SelectAsync before.");

    /// <summary>Whether a network was selected.</summary>
    public bool IsReady => network is not null;

    /// <summary>What the network sees, [28, 28]: 0 is paper, 255 is ink.</summary>
    public byte[] Seen { get; private set; } = new byte[Mnist.PixelsPerImage];

    /// <summary>The sample as the network takes it, [1, 28, 28]: normalised as MNIST's training images are.</summary>
    public ReadOnlySpan<float> Sample => sample;

    /// <summary>What each layer gives for it.</summary>
    public IReadOnlyList<LayerActivation> Layers { get; private set; } = [];

    /// <summary>The probability of each digit, from 0 to 1.</summary>
    public float[] Probabilities { get; private set; } = new float[Classes];

    /// <summary>The digit with the largest probability.</summary>
    public int Digit => Array.IndexOf(Probabilities, Probabilities.Max());

    /// <summary>How long the last prediction took, with what each layer gives.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Lets another network read; the first time it gets its trained weights.</summary>
    /// <exception cref="HttpRequestException">The weights cannot be fetched.</exception>
    /// <exception cref="InvalidDataException">The weights are damaged.</exception>
    public async Task SelectAsync(ModelEntry model)
    {
        if (!networks.TryGetValue(model.Key, out Network? selected))
        {
            selected = model.Create(1);
            await LoadTrainedAsync(model, selected);
            networks[model.Key] = selected;
        }

        (Model, network) = (model, selected);
        Read();
    }

    /// <summary>Gives the network its trained weights again.</summary>
    /// <exception cref="HttpRequestException">The weights cannot be fetched.</exception>
    /// <exception cref="InvalidDataException">The weights are damaged; the old ones stay.</exception>
    public async Task RestoreAsync()
    {
        await LoadTrainedAsync(Model, Network);
        Read();
    }

    /// <summary>Lets a new network with random weights read in place of the selected one.</summary>
    /// <param name="seed">Seeds the weights.</param>
    public void Randomize(int seed)
    {
        network = networks[Model.Key] = Model.Create(seed);
        Read();
    }

    /// <summary>Takes weights from a file, for the selected network or else for the one that they fit, which then reads.</summary>
    /// <param name="file">A whole file in the safetensors format.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, or fits no network: the message says how it differs from the selected one. All weights stay.
    /// </exception>
    public void Load(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            Network.Load(new MemoryStream(file));
        }
        catch (InvalidDataException)
        {
            if (OtherThatFits(file) is not { } other)
                throw;
            (Model, network) = (other.Model, networks[other.Model.Key] = other.Network);
        }

        Read();
    }

    /// <summary>The selected network's weights as a file in the safetensors format.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        Network.Save(stream);
        return stream.ToArray();
    }

    /// <summary>Predicts what the pad shows.</summary>
    public void Read()
    {
        if (!IsReady)
            return;
        Seen = Board.Seen;
        for (int i = 0; i < sample.Length; i++)
            sample[i] = ((Seen[i] / 255f) - Mnist.Mean) / Mnist.StandardDeviation;
        long began = Stopwatch.GetTimestamp();
        Layers = Network.Activations(sample);
        Elapsed = Stopwatch.GetElapsedTime(began);
        Probabilities = Softmax(Layers[^1].Values);
        Changed?.Invoke();
    }

    private (ModelEntry Model, Network Network)? OtherThatFits(byte[] file)
    {
        foreach (ModelEntry model in ModelCatalog.All.Where(model => model != Model))
        {
            Network candidate = model.Create(1);
            try
            {
                candidate.Load(new MemoryStream(file));
                return (model, candidate);
            }
            catch (InvalidDataException)
            {
                // Not this one either; the message of the selected network is the one that the user hears.
            }
        }

        return null;
    }

    private static float[] Softmax(float[] scores)
    {
        float largest = scores.Max();
        double[] exponentials = [.. scores.Select(score => Math.Exp(score - largest))];
        double sum = exponentials.Sum();
        return [.. exponentials.Select(value => (float)(value / sum))];
    }

    private async Task LoadTrainedAsync(ModelEntry model, Network into)
    {
        byte[] file = await http.GetByteArrayAsync(model.WeightsPath);
        using var stream = new MemoryStream(file);
        into.Load(stream);
    }
}
