namespace NetGen.Data;

/// <summary>A trained network with what its pictures need, from one file: a picture in, the name of a class out.</summary>
public sealed class ImageModel
{
    private readonly bool hasOneLogit;
    private readonly bool hasOneProbability;

    private ImageModel(Network network, ImagePreparation preparation)
    {
        (Network, Preparation) = (network, preparation);
        string kind = network.Description.Loss?.Kind ?? "";
        hasOneProbability = network.OutputSize == 1 && kind == "BCE";
        hasOneLogit = network.OutputSize == 1 && !hasOneProbability;
    }

    /// <summary>The network, with its weights.</summary>
    public Network Network { get; }

    /// <summary>What makes samples of pictures.</summary>
    public ImagePreparation Preparation { get; }

    /// <summary>Loads what <c>network.Save(path, data)</c> saved, where the data is an <see cref="ImageFolder"/>.</summary>
    /// <param name="path">The safetensors file.</param>
    /// <param name="network">The network whose weights are loaded. It has an output for each class, or one for two classes.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or holds no preparation of pictures.</exception>
    /// <exception cref="ArgumentException">The network takes samples of another shape, or has outputs for other classes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ImageModel Load(string path, Network network)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        ImagePreparation preparation = NetGen.Data.Preparation.Read<ImagePreparation>(path);
        if (!network.InputShape.SequenceEqual([preparation.Channels, preparation.Height, preparation.Width]))
        {
            throw new ArgumentException(
                $"'{path}' was saved with pictures of [{preparation.Channels}, {preparation.Height}, {preparation.Width}]; {network.Name} "
                    + $"takes [{string.Join(", ", network.InputShape.ToArray())}].",
                nameof(network));
        }

        int classes = preparation.ClassNames.Count;
        if (classes != network.OutputSize && !(classes == 2 && network.OutputSize == 1))
        {
            throw new ArgumentException(
                $"'{path}' was saved with {classes} classes; {network.Name} has {network.OutputSize} outputs.", nameof(network));
        }

        network.Load(path);
        return new ImageModel(network, preparation);
    }

    /// <summary>Classifies a picture; may be called by several threads at once.</summary>
    /// <param name="picture">A PNG or JPEG file of any size.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no such picture, damaged, cut short, or too large; the message names it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public ImagePrediction Predict(string picture)
    {
        double[] probabilities = Probabilities(Network.Predict(Preparation.Prepare(picture)));
        return new ImagePrediction([.. Preparation.ClassNames.Zip(probabilities).OrderByDescending(pair => pair.Second)]);
    }

    /// <summary>
    /// The softmax of the outputs, which are logits or logarithms of probabilities; one output is the second class's.
    /// </summary>
    private double[] Probabilities(float[] outputs)
    {
        if (hasOneProbability)
            return [1 - outputs[0], outputs[0]];
        if (hasOneLogit)
            return [1 / (1 + Math.Exp(outputs[0])), 1 / (1 + Math.Exp(-outputs[0]))];
        double largest = outputs.Max();
        double[] powers = [.. outputs.Select(output => Math.Exp(output - largest))];
        double sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
