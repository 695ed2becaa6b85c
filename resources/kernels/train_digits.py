#!/usr/bin/python3
"""Trains the small digit network of the `inference[model=digits]` kernel and writes it with a held-out sample set.

Data: the 1,797 handwritten 8x8 digits that come with python3-sklearn. A quarter is held out (stratified) and never
seen in training; exactly these images become digits_heldout.bin, so what the program shows is honest.

    /usr/bin/python3 train_digits.py [OUTPUT_FOLDER]

needs the Debian packages python3-torch, python3-sklearn, python3-onnx. Seeded and single-threaded: two runs with the
same package versions give the same files.

digits_heldout.bin, little-endian:
    8 bytes   "LOOMDIG1"
    5 x u32   images, width, height, largest pixel value, classes
    per image 1 byte label, width x height bytes pixels (row-major, 0 = background)

The network's input is 1 x 1 x 32 x 32: pixels / largest value, enlarged bilinearly (half-pixel centres).
"""

import os
import struct
import sys

import numpy
import onnx
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

SEED = 20
SIDE = 32
EPOCHS = 45
BATCH = 64


def enlarge(images):
    return torch.nn.functional.interpolate(images, size=(SIDE, SIDE), mode="bilinear", align_corners=False)


def stage(inputs, outputs):
    return [torch.nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), torch.nn.BatchNorm2d(outputs), torch.nn.ReLU()]


def makeNetwork():
    """78 k parameters, 16 million multiply-adds an image."""
    layers = stage(1, 24) + stage(24, 24) + [torch.nn.MaxPool2d(2)]
    layers += stage(24, 48) + stage(48, 48) + [torch.nn.MaxPool2d(2)]
    layers += stage(48, 96) + [torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(96, 10)]
    return torch.nn.Sequential(*layers)


def augment(images, random):
    """Small turns, shifts and stretches, one draw an image."""
    count = len(images)
    angle = (random.random(count) - 0.5) * 0.35
    scale = 1 + (random.random(count) - 0.5) * 0.25
    matrix = numpy.zeros((count, 2, 3), dtype=numpy.float32)
    matrix[:, 0, 0] = numpy.cos(angle) * scale
    matrix[:, 0, 1] = -numpy.sin(angle)
    matrix[:, 1, 0] = numpy.sin(angle)
    matrix[:, 1, 1] = numpy.cos(angle) * scale
    matrix[:, :, 2] = (random.random((count, 2)) - 0.5) * 0.3
    grid = torch.nn.functional.affine_grid(torch.from_numpy(matrix), images.shape, align_corners=False)
    return torch.nn.functional.grid_sample(images, grid, align_corners=False)


def accuracy(network, images, labels):
    network.eval()
    with torch.no_grad():
        return (network(images).argmax(1) == labels).float().mean().item()


def train(images, labels):
    random = numpy.random.default_rng(SEED)
    network = makeNetwork()
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=1e-3)
    steps = EPOCHS * ((len(images) + BATCH - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=6e-3, total_steps=steps)
    for epoch in range(EPOCHS):
        network.train()
        order = random.permutation(len(images))
        total = 0.0
        for first in range(0, len(order), BATCH):
            chosen = order[first:first + BATCH]
            optimiser.zero_grad()
            loss = torch.nn.functional.cross_entropy(network(augment(images[chosen], random)), labels[chosen],
                                                     label_smoothing=0.05)
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(chosen)
        print(f"epoch {epoch + 1}/{EPOCHS}: loss {total / len(order):.4f}", flush=True)
    return network


def writeHeldOut(path, pixels, labels, largest):
    with open(path, "wb") as out:
        out.write(b"LOOMDIG1")
        out.write(struct.pack("<5I", len(pixels), pixels.shape[2], pixels.shape[1], largest, 10))
        for image, label in zip(pixels, labels):
            out.write(bytes([int(label)]))
            out.write(image.astype(numpy.uint8).tobytes())


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    torch.manual_seed(SEED)
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)
    digits = load_digits()
    largest = int(digits.images.max())
    trainPixels, heldPixels, trainLabels, heldLabels = train_test_split(
        digits.images, digits.target, test_size=0.25, stratify=digits.target, random_state=SEED)

    def tensor(pixels):
        return enlarge(torch.from_numpy(pixels.astype(numpy.float32) / largest).unsqueeze(1))

    network = train(tensor(trainPixels), torch.from_numpy(trainLabels))
    held = accuracy(network, tensor(heldPixels), torch.from_numpy(heldLabels))
    print(f"training images {len(trainPixels)}, accuracy {accuracy(network, tensor(trainPixels), torch.from_numpy(trainLabels)):.4f}")
    print(f"held-out images {len(heldPixels)}, accuracy {held:.4f}")

    model = os.path.join(folder, "digits.onnx")
    network.eval()
    torch.onnx.export(network, torch.zeros(1, 1, SIDE, SIDE), model, opset_version=11, input_names=["image"],
                      output_names=["logits"])
    onnx.checker.check_model(onnx.load(model))
    writeHeldOut(os.path.join(folder, "digits_heldout.bin"), heldPixels, heldLabels, largest)
    parameters = sum(p.numel() for p in network.parameters())
    print(f"{parameters} parameters, {os.path.getsize(model)} bytes of ONNX")


if __name__ == "__main__":
    main()
