namespace NetGen.Data;

/// <summary>A trained network with what its pictures need, from one file: a picture in, the name of a class out.</summary>
public sealed class ImageModel
{
    private readonly ClassOutput output;

    private ImageModel(Network network, ImagePreparation preparation, ClassOutput output) =>
        (Network, Preparation, this.output) = (network, preparation, output);

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

        var output = new ClassOutput(network, preparation.ClassNames, path);
        network.Load(path);
        return new ImageModel(network, preparation, output);
    }

    /// <summary>Classifies a picture; may be called by several threads at once.</summary>
    /// <param name="picture">A PNG or JPEG file of any size.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no such picture, damaged, cut short, or too large; the message names it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidOperationException">An output is NaN, as after a training that has diverged.</exception>
    public ClassPrediction Predict(string picture) => output.Of(Network.Predict(Preparation.Prepare(picture)));
}
